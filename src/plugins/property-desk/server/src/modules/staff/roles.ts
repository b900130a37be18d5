import type { RoleDefinition } from '../../kernel/access/roles';

const LEDGERS = {
  'plugin::property-desk.event': ['read'],
  'plugin::property-desk.obligation': ['read'],
} as const;

const CASES = {
  'plugin::property-desk.ticket': ['read'],
  'plugin::property-desk.inquiry': ['read'],
  'plugin::property-desk.complaint': ['read'],
  'plugin::property-desk.preventive-action': ['read'],
  'plugin::property-desk.action-item': ['read'],
  'plugin::property-desk.loan': ['read'],
  'plugin::property-desk.binding': ['read'],
  // While it is a draft; the workflow refuses the rest.
  'plugin::property-desk.notice': ['read', 'update'],
  'plugin::property-desk.notice-posting': ['read'],
  'plugin::property-desk.data-request': ['read'],
  'plugin::property-desk.consent': ['read'],
} as const;

/** While it is a draft, as notices are. */
const POLICY = {
  'plugin::property-desk.policy': ['read', 'update'],
  'plugin::property-desk.policy-article': ['read', 'create', 'update', 'delete'],
  'plugin::property-desk.policy-rule': ['read', 'create', 'update', 'delete'],
} as const;

const ARCHIVE = {
  'plugin::property-desk.household': ['read', 'create', 'update'],
  'plugin::property-desk.resident': ['read', 'create', 'update'],
  'plugin::property-desk.vehicle': ['read', 'create', 'update'],
  'plugin::property-desk.parking-space': ['read', 'create', 'update'],
  'plugin::property-desk.key': ['read', 'create', 'update'],
  'plugin::property-desk.renovation': ['read', 'create', 'update'],
  'plugin::property-desk.household-paper': ['read', 'create', 'update'],
} as const;

/** Pictures and attachments of notices are chosen from the media library and added to it; nobody replaces one there. */
const MEDIA = ['plugin::upload.read', 'plugin::upload.assets.create'];

const look = (
  ...parts: Record<string, readonly ('read' | 'create' | 'update' | 'delete')[]>[]
): RoleDefinition['contentManager'] =>
  Object.fromEntries(parts.flatMap((part) => Object.entries(part).map(([uid, may]) => [uid, [...may]])));

/** The five roles of article 4 that are made on first start; what people change of them afterwards stays. */
export const ROLES: RoleDefinition[] = [
  {
    code: 'manager',
    name: '项目经理 Project manager',
    description: '项目经理:统管客服工作,处理升级事项',
    others: MEDIA,
    contentManager: look(CASES, LEDGERS, ARCHIVE, POLICY, {
      'plugin::property-desk.consent-statement': ['read', 'create', 'update'],
      'plugin::property-desk.case-study': ['read'],
      'plugin::property-desk.document': ['read'],
      'plugin::property-desk.calendar-day': ['read', 'create', 'update'],
      'plugin::property-desk.community': ['read', 'update'],
      'plugin::property-desk.building': ['read', 'create', 'update'],
      'plugin::property-desk.post': ['read', 'create', 'update'],
      'plugin::property-desk.staff-member': ['read', 'create', 'update'],
      'plugin::property-desk.ticket-category': ['read', 'create', 'update'],
      'plugin::property-desk.complaint-category': ['read', 'create', 'update'],
      'plugin::property-desk.access-log-entry': ['read'],
      'plugin::property-desk.outbox-message': ['read'],
    }),
  },
  {
    code: 'supervisor',
    name: '客服主管 Supervisor',
    description: '客服主管:部门管理、督办与考核',
    others: MEDIA,
    contentManager: look(CASES, LEDGERS, ARCHIVE, POLICY, {
      'plugin::property-desk.consent-statement': ['read', 'create', 'update'],
      'plugin::property-desk.case-study': ['read'],
      'plugin::property-desk.document': ['read'],
      'plugin::property-desk.calendar-day': ['read', 'create', 'update'],
      'plugin::property-desk.community': ['read'],
      'plugin::property-desk.building': ['read', 'create', 'update'],
      'plugin::property-desk.post': ['read'],
      'plugin::property-desk.staff-member': ['read', 'create', 'update'],
      'plugin::property-desk.ticket-category': ['read', 'create', 'update'],
      'plugin::property-desk.complaint-category': ['read', 'create', 'update'],
      'plugin::property-desk.access-log-entry': ['read'],
      'plugin::property-desk.outbox-message': ['read'],
    }),
  },
  {
    code: 'specialist',
    name: '客服专员 Specialist',
    description: '客服专员:派单、跟进、回访与归档',
    others: MEDIA,
    contentManager: look(CASES, ARCHIVE, {
      'plugin::property-desk.building': ['read'],
      'plugin::property-desk.community': ['read'],
      'plugin::property-desk.staff-member': ['read'],
      'plugin::property-desk.ticket-category': ['read'],
      'plugin::property-desk.complaint-category': ['read'],
    }),
  },
  {
    code: 'receptionist',
    name: '前台接待 Receptionist',
    description: '前台接待:受理来电来访,登记、派单',
    others: MEDIA,
    contentManager: look(CASES, ARCHIVE, {
      'plugin::property-desk.building': ['read'],
      'plugin::property-desk.community': ['read'],
      'plugin::property-desk.staff-member': ['read'],
      'plugin::property-desk.ticket-category': ['read'],
      'plugin::property-desk.complaint-category': ['read'],
    }),
  },
  {
    code: 'engineer',
    name: '工程维修 Engineer',
    description: '工程维修:上门维修、完工填报',
    contentManager: look({
      'plugin::property-desk.ticket': ['read'],
      'plugin::property-desk.preventive-action': ['read'],
      'plugin::property-desk.action-item': ['read'],
      'plugin::property-desk.loan': ['read'],
      'plugin::property-desk.key': ['read'],
      // Without these the names of place, category and people would show as bare ids.
      'plugin::property-desk.staff-member': ['read'],
      'plugin::property-desk.community': ['read'],
      'plugin::property-desk.building': ['read'],
      'plugin::property-desk.household': ['read'],
      'plugin::property-desk.ticket-category': ['read'],
    }),
  },
];
