import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { say } from '../../../contracts';
import accessLogEntry from './confidential/content-types/access-log-entry/schema.json';
import tokenBinding from './access/content-types/token-binding/schema.json';
import { installScope } from './confidential/scope';
import { loginStrategies } from './access/remembered-login';
import { beginOnce, giveFrontEndOnce, giveOnce, registerRights, rightsOf } from './access/setup';
import { brokenUploads, catchBrokenUploads } from './api/broken-uploads';
import { caseApi } from './api/case-api';
import { deskApi } from './api/desk-api';
import { notificationApi } from './api/notification-api';
import { obligationApi } from './api/obligation-api';
import { outboxApi } from './api/outbox-api';
import { pulseApi } from './api/pulse-api';
import { DESK_INDEXES } from './desk/queries';
import calendarDay from './calendar/content-types/calendar-day/schema.json';
import caseFile from './files/content-types/case-file/schema.json';
import looseFile from './files/content-types/loose-file/schema.json';
import { checkFileSettings } from './files/store';
import { figureIndexes } from './figures/indexes';
import { createKernel, kernelOf, type Kernel, type Settings } from './kernel';
import { EXPORT_RIGHT } from './list/list-api';
import listSetting from './views/content-types/list-setting/schema.json';
import listView from './views/content-types/list-view/schema.json';
import { SHARE_RIGHT, viewsApi } from './views/views-api';
import event from './ledger/content-types/event/schema.json';
import { EVENT_UID } from './ledger/ledger';
import type { Module, ModuleRoute } from './module';
import { anybodyReads } from './snapshot/anybody';
import { aheadOfChain, answerAheadOfChain } from './snapshot/ahead-of-chain';
import presence from './pulse/content-types/presence/schema.json';
import { PULSE_INDEX } from './pulse/queries';
import notification from './notification/content-types/notification/schema.json';
import notificationWish from './notification/content-types/notification-wish/schema.json';
import { NOTIFICATION_INDEXES, NOTIFICATION_UID, WISH_UID } from './notification/notifications';
import sequence from './numbering/content-types/sequence/schema.json';
import obligation from './obligation/content-types/obligation/schema.json';
import outboxMessage from './outbox/content-types/outbox-message/schema.json';
import { caseIndexes, coveringIndex, makeIndexes, numberIndex } from './storage/indexes';
import { translateJoinColumns } from './storage/join-columns';
import type { CaseDefinition } from './workflow/define';
import startKey from './workflow/content-types/start-key/schema.json';
import { guardWrites } from './workflow/guard';
import { scheduleIndexes } from './workflow/schedules';

const KERNEL_TYPES = {
  event,
  obligation,
  sequence,
  'outbox-message': outboxMessage,
  'access-log-entry': accessLogEntry,
  'case-file': caseFile,
  'loose-file': looseFile,
  'token-binding': tokenBinding,
  'calendar-day': calendarDay,
  presence,
  'start-key': startKey,
  'list-view': listView,
  'list-setting': listSetting,
  notification,
  'notification-wish': notificationWish,
};

const DEFAULTS: Settings = {
  timeZone: 'Asia/Shanghai',
  locale: 'zh-Hans',
  sweepEvery: '*/10 * * * * *',
  filesDirectory: 'private/files',
  files: { provider: 'directory' },
  accessLogMonths: 24,
  mail: 'auto',
  wecomHosts: ['qyapi.weixin.qq.com'],
  sms: {},
  smsHosts: [],
  strangersPerHour: { lodge: 10, follow: 120 },
  bindingsPerHour: 20,
  aheadOfChain: true,
};

/** The Cybersecurity Law has logs kept for six months. */
const LEAST_MONTHS = 6;

/** Rights that come with the kernel itself. */
const KERNEL: Module = {
  name: 'kernel',
  personalData: [
    {
      uid: EVENT_UID,
      whose: { by: 'reference', attribute: 'actorResident', name: 'actorName' },
      copy: [],
      deletion: [],
    },
  ],
  // What a person did is found when their data are deleted; of most events nobody outside the office is the actor.
  indexes: [
    PULSE_INDEX,
    ...DESK_INDEXES,
    'create index if not exists pd_events_resident on pd_events (actor_resident_id) where actor_resident_id is not null',
    ...NOTIFICATION_INDEXES,
  ],
  work: (kernel, going) => kernel.files.tidy(going),
  ledgers: [NOTIFICATION_UID, WISH_UID],
  rights: {
    'desk.read': ['manager', 'supervisor', 'specialist', 'receptionist', 'engineer'],
    'obligations.read': ['manager', 'supervisor', 'specialist'],
    'confidential.reveal': ['manager', 'supervisor', 'specialist', 'receptionist'],
    'confidential.reveal-own': ['engineer'],
    'print.full': ['manager', 'supervisor', 'specialist'],
    'outbox.retry': ['manager', 'supervisor'],
    [EXPORT_RIGHT]: ['manager', 'supervisor', 'specialist', 'receptionist'],
    [SHARE_RIGHT]: ['manager', 'supervisor'],
  },
  lists: { obligations: 'obligations.read', outbox: 'outbox.retry' },
};

const caseIndexesOf = ({ rows, strapi }: Kernel, definition: CaseDefinition) => {
  const { name, columns } = rows.table(definition.uid);
  return [
    ...(columns.has('number') ? [numberIndex(strapi.db.dialect.client, name)] : []),
    ...caseIndexes(
      name,
      (definition.facets ?? []).map((facet) => rows.column(definition.uid, facet)),
      definition.figures !== undefined
    ),
    ...figureIndexes(strapi.db.dialect.client, rows, definition),
    ...scheduleIndexes(rows, definition),
  ];
};

/** A route of ours with the strategies that open it, in their order. */
const openedBy =
  (strategies: unknown[]) =>
  ({ config, ...route }: ModuleRoute): ModuleRoute =>
    config?.auth === false
      ? { ...route, config }
      : { ...route, config: { ...config, auth: { ...(config?.auth as object), strategies } } };

/** Composes modules into the shape of a Strapi plugin. */
export const composePlugin = (rooms: Module[]) => {
  const modules = [KERNEL, ...rooms];
  const cases = modules.flatMap(({ cases: own }) => own ?? []);
  const running = new WeakMap<Core.Strapi, Kernel>();
  const api = [
    deskApi(),
    pulseApi(),
    obligationApi(),
    notificationApi(),
    outboxApi(),
    viewsApi(),
    ...cases.map(caseApi),
  ];

  return {
    config: {
      default: DEFAULTS,
      validator(settings: Settings) {
        try {
          new Intl.DateTimeFormat('en', { timeZone: settings.timeZone });
        } catch {
          throw new Error(`property-desk: "${settings.timeZone}" is not a time zone`);
        }
        checkFileSettings(settings.files);
        if (!Number.isInteger(settings.accessLogMonths) || settings.accessLogMonths < LEAST_MONTHS)
          throw new Error(
            `property-desk: accessLogMonths is a whole number of months, ${LEAST_MONTHS} at least (Cybersecurity Law, article 21)`
          );
        if (!['zh-Hans', 'en'].includes(settings.locale)) throw new Error('property-desk: locale is zh-Hans or en');
      },
    },

    contentTypes: Object.fromEntries(
      [
        ...Object.entries(KERNEL_TYPES).map(([name, schema]) => [name, { schema }] as const),
        ...modules.flatMap(({ contentTypes }) => Object.entries(contentTypes ?? {})),
      ].map(([name, type]) => [name, type])
    ),

    services: {
      kernel: ({ strapi }: { strapi: Core.Strapi }) => createKernel(strapi, modules),
    },

    controllers: Object.assign(
      {},
      ...api.map(({ controllers }) => controllers),
      ...modules.map(({ controllers }) => controllers ?? {})
    ),

    routes: {
      admin: ({ strapi }: { strapi: Core.Strapi }) => ({
        type: 'admin',
        // Modules' fixed paths stand before the case types' parameter paths.
        routes: [
          ...modules.flatMap(({ adminRoutes }) => adminRoutes ?? []),
          ...api.flatMap(({ adminRoutes }) => adminRoutes),
        ].map(openedBy(loginStrategies(strapi, () => kernelOf(strapi).directory()).admin)),
      }),
      'content-api': ({ strapi }: { strapi: Core.Strapi }) => ({
        type: 'content-api',
        routes: modules
          .flatMap(({ contentApiRoutes }) => contentApiRoutes ?? [])
          .map(
            openedBy(
              loginStrategies(
                strapi,
                () => kernelOf(strapi).directory(),
                anybodyReads(() => kernelOf(strapi).versions)
              )['content-api']
            )
          ),
      }),
    },

    middlewares: { 'ahead-of-chain': aheadOfChain, 'broken-uploads': brokenUploads },

    async register({ strapi }: { strapi: Core.Strapi }) {
      answerAheadOfChain(strapi);
      catchBrokenUploads(strapi);
      for (const module of modules) await module.register?.(strapi);
    },

    async bootstrap({ strapi }: { strapi: Core.Strapi }) {
      if (strapi.db.dialect.client === 'postgres' && new Date().getTimezoneOffset() !== 0) {
        // The driver writes local time into columns without a zone.
        throw new Error('property-desk: with PostgreSQL the process must run with TZ=UTC');
      }
      const kernel = kernelOf(strapi);
      running.set(strapi, kernel);
      const label = (key: string) => say(kernel.settings.locale, key);
      const rights = rightsOf(modules, label);
      kernel.confidential.guard(kernel.witness.now);
      guardWrites(strapi, kernel);
      installScope(strapi, kernel.bounds, kernel.asking);
      strapi.server.use(kernel.witness.middleware);
      translateJoinColumns(strapi);
      kernel.snapshots.watch(strapi);
      await registerRights(strapi, rights);
      await strapi.db.transaction(async ({ trx }) => {
        // Processes that start at the same time set up one after the other: the sequence's row is the lock.
        await kernel.numbering.next(trx as Knex.Transaction, 'setup', kernel.clock.now());
        const { client } = strapi.db.dialect;
        await makeIndexes(trx as Knex.Transaction, [
          coveringIndex(client),
          ...cases.flatMap((definition) => caseIndexesOf(kernel, definition)),
          ...modules.flatMap(({ indexes = [] }) => (typeof indexes === 'function' ? indexes(client) : indexes)),
        ]);
        await giveOnce(
          strapi,
          modules.flatMap(({ roles }) => roles ?? []),
          rights
        );
        await giveFrontEndOnce(
          strapi,
          modules.flatMap(({ frontEnd }) => frontEnd ?? [])
        );
        await giveFrontEndOnce(
          strapi,
          modules.flatMap(({ publicly }) => publicly ?? []),
          'public'
        );
        await beginOnce(strapi, kernel, trx as Knex.Transaction, modules);
      });
      for (const module of modules) await module.bootstrap?.(strapi);
      // After the rooms: what they fill in while a record is written stands in its story.
      kernel.histories.watch(kernel);
      if (kernel.settings.files.provider === 's3') await kernel.files.probe();

      if (kernel.settings.sweepEvery) {
        const options = { rule: kernel.settings.sweepEvery };
        strapi.cron.add({
          'property-desk-clock': { task: () => kernel.rounds.clock.run(), options },
          'property-desk-outbox': { task: () => kernel.rounds.outbox.run(), options },
          'property-desk-work': { task: () => kernel.rounds.work.run(), options },
        });
      }
    },

    async destroy({ strapi }: { strapi: Core.Strapi }) {
      // Commands such as ts:generate-types load a site without starting it: then there is no kernel to stop.
      await running.get(strapi)?.stop();
    },
  };
};
