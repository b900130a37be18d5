import type { InputSchema, Ref } from './case';
import type { Blocks, NoticeChannel, NoticeKind } from './notice';

/** What a desk needs before its first repair, in the order in which it is done. */
export const FIRST_STEPS = ['community', 'buildings', 'households', 'staff', 'policy', 'ticket'] as const;
export type FirstStep = (typeof FIRST_STEPS)[number];

/** A step, and whether the record shows it to be done. */
export interface StepDone {
  step: FirstStep;
  done: boolean;
}

/** What the settings look at beside the first steps; `advice` is well to have and stops nothing. */
export const CHECKS = [
  'letterheadFacts',
  'supervisors',
  'engineers',
  'accounts',
  'roles',
  'ticketCategories',
  'complaintCategories',
  'mail',
  'robots',
  'sms',
] as const;
export type CheckName = (typeof CHECKS)[number];

/** How one of them stands. */
export interface SettingCheck {
  check: CheckName;
  state: 'done' | 'missing' | 'advice';
  /** How many it holds for. */
  count: number;
  /** Out of how many. */
  of: number;
  /** Names of those that lack it, ten at most. */
  lacking: string[];
}

/** `GET /settings/overview` */
export interface SettingsOverview {
  steps: StepDone[];
  checks: SettingCheck[];
}

/** `GET /settings/first-steps`: none for whoever does not set the desk up. */
export interface FirstSteps {
  steps: StepDone[];
}

/** A community with what stands on its letterhead, and how much it holds. */
export interface CommunitySetting extends Ref {
  companyName: string;
  address: string | null;
  telephone: string | null;
  officeHours: string | null;
  filePrefix: string | null;
  households: number;
  staff: number;
  buildings: BuildingSetting[];
  updatedAt: string;
}

/** A building; `floors` and `units` are null where nobody has counted them. */
export interface BuildingSetting extends Ref {
  code: string;
  floors: number | null;
  units: number | null;
  updatedAt: string;
}

/** What became of a list of buildings. */
export interface BuildingsAdded {
  added: string[];
  /** Names of those that were there already; they stay as they are. */
  there: string[];
}

/** A post, who it reports to, and who holds it. */
export interface PostSetting extends Ref {
  role: string;
  duties: string | null;
  /** documentId of the post above. */
  reportsTo: string | null;
  /** Active staff of one's communities. */
  holders: string[];
  updatedAt: string;
}

/** A staff member as the settings show them. */
export interface StaffSetting extends Ref {
  post: (Ref & { role: string }) | null;
  communities: Ref[];
  telephone: string | null;
  active: boolean;
  account: StaffAccount | null;
  /** Open promises. */
  openWork: number;
  /** Whether the caller may change them: nobody sets up their superiors. */
  changeable: boolean;
  updatedAt: string;
}

/** The login of a staff member. */
export interface StaffAccount {
  documentId: string;
  email: string;
  /** Whether they have set their password and are let in. */
  active: boolean;
  /** Whether the login has the Strapi role that belongs to the post. */
  roleFits: boolean;
}

/** What came of entering a staff member. */
export interface StaffKept {
  documentId: string;
  /** Where a new login sets its password, once; null where none was made. */
  invitation: string | null;
}

export const CATEGORY_TYPES = ['tickets', 'complaints'] as const;
export type CategoryType = (typeof CATEGORY_TYPES)[number];

/** A category of repairs or of complaints. */
export interface CategorySetting extends Ref {
  code: string;
  active: boolean;
  /** Of repairs: how many hours one usually takes. */
  hours: number | null;
  /** Of repairs: who is suggested. */
  suggestedAssignees: Ref[];
  /** Cases filed under it. */
  used: number;
  updatedAt: string;
}

/** How a channel stands; robots community by community. */
export interface ChannelSetting {
  channel: 'mail' | 'wecom' | 'sms';
  mode: 'on' | 'off' | 'files';
  host: string | null;
  port: number | null;
  secure: boolean | null;
  login: boolean | null;
  provider: string | null;
  from: string | null;
  /** Of the robots: which communities have one. */
  robots: (Ref & { robot: boolean })[];
  /** Messages that could not be delivered. */
  dead: number;
}

/** What a channel answered to a test message. */
export interface ChannelTried {
  sent: boolean;
  /** In the reader's language. */
  message: string;
  /** What exactly happened, for whoever looks after the server. */
  error: string | null;
}

/** A template of notices; `usual` ones come with the product, and stay in it while the office has its own wording. */
export interface TemplateSetting {
  key: string;
  name: string;
  kind: NoticeKind;
  title: string;
  body: Blocks;
  channels: NoticeChannel[];
  pinned: boolean;
  active: boolean;
  usual: boolean;
  /** Whether the office has made it its own. */
  changed: boolean;
}

/** One change of a setting: who, when, what. */
export interface SettingChange {
  documentId: string;
  at: string;
  by: string;
  /** `community`, `post`, `staff-member`, `ticket-category`, `complaint-category`, `notice-template`, `channel`. */
  what: string;
  action: string;
  /** The record's name as it was. */
  name: string;
  /** The part that it was about, e.g. a building. */
  part: string | null;
  changes: Record<string, { from: unknown; to: unknown }>;
}

/** JSON Schemas from which the panel draws its forms. */
export type SettingForms = Record<
  | 'addCommunity'
  | 'changeCommunity'
  | 'addBuildings'
  | 'changeBuilding'
  | 'robot'
  | 'post'
  | 'addStaff'
  | 'changeStaff'
  | 'ticketCategory'
  | 'complaintCategory'
  | 'testMail'
  | 'testSms',
  InputSchema
>;
