import type { Core } from '@strapi/strapi';
import type { Locale } from '../../../contracts';
import type { Directory } from './access/actor';
import { createAsking } from './access/asking';
import { createBounds } from './access/bounds';
import { createThrottle } from './api/throttle';
import { createCalendar } from './calendar/calendar';
import { createClock } from './clock/clock';
import { createConfidential } from './confidential/confidential';
import { parseKeyring } from './confidential/keyring';
import { createKeyRotation } from './confidential/rotate-keys';
import { createWitness } from './confidential/witness';
import { createFiles } from './files/files';
import { createHistories } from './ledger/history';
import type { FileSettings } from './files/store';
import { createLedger } from './ledger/ledger';
import type { DeskDefinition } from './desk/define';
import type { Module } from './module';
import { createNumbering } from './numbering/numbering';
import { createDigest } from './notification/digest';
import { createNotifications } from './notification/notifications';
import { createObligations } from './obligation/obligations';
import { createSweep } from './obligation/sweep';
import { createMailChannel } from './outbox/mail';
import { createOutbox } from './outbox/outbox';
import { createSmsChannel, type SmsSettings } from './outbox/sms';
import { createWecomChannel } from './outbox/wecom';
import { createPersonal, declaredIn } from './personal/personal';
import { createPresence } from './pulse/presence';
import { createPulse } from './pulse/pulse';
import { createRound } from './rounds';
import { createRulebook } from './rulebook/rulebook';
import { createLinks } from './storage/links';
import { createSnapshots } from './snapshot/snapshots';
import { createVersions } from './snapshot/versions';
import { createRows } from './storage/rows';
import type { CaseDefinition } from './workflow/define';
import { createEngine } from './workflow/engine';
import { createSchedules } from './workflow/schedules';
import { createStartKeys } from './workflow/start-keys';
import { createTellers } from './workflow/tell';

/** Plugin settings, in the host's `config/plugins` under `property-desk`. */
export interface Settings {
  /** IANA zone in which the office reads its days. */
  timeZone: string;
  /** Language of mail and paper, and of errors where the caller names none. */
  locale: Locale;
  /** Cron expression of the clock's round and the outbox's; null stops them (another process keeps them). */
  sweepEvery: string | null;
  /** Directory of private files, absolute or from the app's root. */
  filesDirectory: string;
  /** Whether they lie there, or in a bucket. */
  files: FileSettings;
  /** Months for which the access log is kept; the law asks for six at least. */
  accessLogMonths: number;
  /** `auto`: Strapi's email plugin where a provider is set up, else .eml files under `.tmp/outbox`. */
  mail: 'auto' | 'provider' | 'files';
  /** Hosts of group robots: nothing else is called, whatever address somebody enters. */
  wecomHosts: string[];
  /** Gateway of text messages; without an address they are off. */
  sms: SmsSettings;
  smsHosts: string[];
  /** Only for tests: plain HTTP to 127.0.0.1. */
  plainLocal?: boolean;
  /** How often somebody without an account may call from one address: to lodge something, and to follow it. */
  strangersPerHour: { lodge: number; follow: number };
  /** How often accounts of front-end sites may ask from one address to be tied to a home, in an hour. */
  bindingsPerHour: number;
  /**
   * Whether what everybody may read is answered before Strapi's chain of middlewares. A host's own global middlewares
   * (that count, log or turn away) do not see such a request.
   */
  aheadOfChain: boolean;
}

/** The kernel of one Strapi instance: the ledgers and everything that writes them. It knows no trade word. */
export const createKernel = (strapi: Core.Strapi, modules: Module[]) => {
  const settings = strapi.config.get('plugin::property-desk') as Settings;
  const rows = createRows(strapi);
  const links = createLinks(strapi);
  const clock = createClock(settings.timeZone);
  const definitions = new Map<string, CaseDefinition>(
    modules.flatMap(({ cases }) => cases ?? []).map((definition) => [definition.name, definition])
  );
  const ledger = createLedger(rows);
  const obligations = createObligations(rows);
  const rulebook = createRulebook(
    Object.assign({}, ...modules.map(({ rules }) => rules ?? {})),
    Object.fromEntries(
      modules.flatMap(({ name: room, rules, cases }) =>
        // A room without cases reads its rules for its records, which are called as the room is.
        Object.keys(rules ?? {}).map((key) => [key, cases?.length ? cases.map(({ name }) => name) : [room]])
      )
    )
  );
  const calendar = createCalendar(rows);
  const numbering = createNumbering(rows);
  const versions = createVersions({
    strapi,
    rows,
    clock,
    numbering,
    names: [...definitions.values()].filter(({ publicStates }) => publicStates).map(({ name }) => name),
    calls: modules.flatMap(({ publicly }) => publicly ?? []),
  });
  const snapshots = createSnapshots(versions, clock, definitions.values());
  const confidential = createConfidential({
    strapi,
    rows,
    clock,
    keyring: parseKeyring(process.env),
    fields: Object.assign({}, ...modules.map(({ confidential: fields }) => fields ?? {})),
  });
  // Read when something is sent: this service is made before a host has finished its configuration.
  const reaching = (hosts: 'wecomHosts' | 'smsHosts') => () => ({
    hosts: settings[hosts],
    plainLocal: settings.plainLocal,
  });
  const outbox = createOutbox({
    strapi,
    rows,
    clock,
    channels: [
      createMailChannel(strapi, { mail: settings.mail }),
      createWecomChannel({ strapi, rows, clock, confidential, numbering, reach: reaching('wecomHosts') }),
      createSmsChannel({ strapi, rows, confidential, settings: () => settings.sms, reach: reaching('smsHosts') }),
    ],
  });
  const histories = createHistories({
    strapi,
    rows,
    links,
    clock,
    ledger,
    rulebook,
    confidential,
    histories: modules.flatMap(({ histories: own }) => own ?? []),
  });
  const files = createFiles({
    strapi,
    rows,
    clock,
    confidential,
    directory: settings.filesDirectory,
    settings: settings.files,
  });

  const personal = createPersonal({
    strapi,
    rows,
    clock,
    confidential,
    files,
    declared: declaredIn(modules),
    definitions,
    locale: settings.locale,
  });

  let people: Directory | null = null;
  const directory = (): Directory => {
    if (!people) throw new Error('no module keeps the staff directory');
    return people;
  };
  const bounds = createBounds(strapi);
  const asking = createAsking(strapi, directory);
  const witness = createWitness({ strapi, bounds, asking, log: confidential.log });
  const startKeys = createStartKeys(rows, confidential);
  const notifications = createNotifications({ strapi, rows, clock });
  const tellers = createTellers(directory, outbox, notifications, clock, settings.locale, ['supervisor', 'manager']);
  const engine = createEngine({
    strapi,
    rows,
    links,
    clock,
    calendar,
    ledger,
    obligations,
    rulebook,
    numbering,
    versions,
    confidential,
    tellers,
    outbox,
    files,
    personal,
    directory,
    startKeys,
  });
  const sweep = createSweep({
    strapi,
    rows,
    clock,
    calendar,
    ledger,
    obligations,
    rulebook,
    tellers,
    definitions,
    engine,
    locale: settings.locale,
  });

  const digest = createDigest({
    strapi,
    rows,
    clock,
    obligations,
    outbox,
    directory,
    definitions,
    locale: settings.locale,
  });
  const schedules = createSchedules({ strapi, rows, clock, definitions, engine, locale: settings.locale });

  const presence = createPresence({ strapi, rows, clock });
  const pulse = createPulse({
    strapi,
    rows,
    presence,
    definitions,
    stories: modules.flatMap(({ histories: own }) => own ?? []).map(({ name }) => name),
  });

  const roundsOfRooms = modules.flatMap(({ rounds }) => (rounds ? [rounds()] : []));
  const clockRound = createRound(strapi, async () => {
    // What falls due by its own date comes first: it may settle what would else be marked as broken.
    await schedules.round();
    await sweep.round();
    for (const round of roundsOfRooms) await round(kernelOf(strapi));
    await presence.sweep();
    await startKeys.sweep(strapi.db.connection, clock.now());
    await digest.round();
    await notifications.tidy();
  });
  const outboxRound = createRound(strapi, () => outbox.deliver());
  let going = true;
  const workRound = createRound(strapi, async () => {
    for (const { work } of modules) await work?.(self, () => going);
  });

  const self = {
    strapi,
    settings,
    /** Content types of the rooms that only actions write, by uid. */
    ledgers: modules.flatMap(({ ledgers }) => ledgers ?? []),
    /** What goes with a record of a content type, of all rooms. */
    goingWith: (uid: string) => modules.flatMap(({ goesWith }) => goesWith?.[uid] ?? []),
    rows,
    links,
    clock,
    calendar,
    definitions,
    ledger,
    histories,
    obligations,
    rulebook,
    numbering,
    versions,
    snapshots,
    confidential,
    bounds,
    asking,
    witness,
    outbox,
    notifications,
    files,
    personal,
    engine,
    sweep,
    /** What the desks of roles show, by the role's code. */
    desks: Object.assign({}, ...modules.map(({ desks }) => desks ?? {})) as Record<string, DeskDefinition>,
    pulse,
    /** Every list that people keep views of, by its name in paths, with the right to read it. */
    lists: new Map([
      ...[...definitions.values()].map(({ plural, name }) => [plural, `${name}.read`] as const),
      ...modules.flatMap(({ lists }) => Object.entries(lists ?? {})),
    ]),
    /** Records that show articles to be carried out, of all rooms. */
    evidence: modules.flatMap(({ evidence }) => evidence ?? []),
    schedules,
    throttle: createThrottle(clock),
    directory,
    /** Names the room that keeps staff. */
    keepDirectory(room: Directory) {
      people = room;
    },
    /** Moves everything that is sealed under the current key. */
    rotateKeys: createKeyRotation(confidential, files),
    /**
     * The three that come round: marking what is due, sending what is waiting, and going on with long work. Neither a
     * slow mail server nor an import holds up the clock.
     */
    rounds: { clock: clockRound, outbox: outboxRound, work: workRound },
    /** One of each, in that order. */
    async tick(): Promise<void> {
      await clockRound.run();
      await outboxRound.run();
      await workRound.run();
    },
    /** Waits for what is under way and starts nothing more. */
    async stop(): Promise<void> {
      going = false;
      await Promise.all([clockRound.stop(), outbox.stop(), outboxRound.stop(), workRound.stop()]);
    },
    /** A case type by its name or its plural. */
    definition(name: string): CaseDefinition | undefined {
      return definitions.get(name) ?? [...definitions.values()].find(({ plural }) => plural === name);
    },
  };
  return self;
};

export type Kernel = ReturnType<typeof createKernel>;

/** The kernel of a running Strapi. */
export const kernelOf = (strapi: Core.Strapi): Kernel => strapi.plugin('property-desk').service('kernel') as Kernel;
