import type { Knex } from 'knex';
import type { Context } from 'koa';
import { say, type ChannelSetting, type ChannelTried } from '../../../../contracts';
import type { Actor } from '../../kernel/access/actor';
import { documentsOf, enteredIn } from '../../kernel/api/record-write';
import { bodyOf, localeOf, noFurther, onlyParams } from '../../kernel/api/respond';
import { invalid, notFound } from '../../kernel/errors';
import type { Kernel } from '../../kernel/kernel';
import { isMailAddress } from '../../kernel/outbox/message';
import type { Row } from '../../kernel/storage/rows';
import { parseInput } from '../../kernel/workflow/input';
import { COMMUNITY_UID } from '../staff';
import { communitiesOf } from './communities';
import { FORMS } from './forms';
import { recordNamed } from './named';
import { deadMessages } from './queries';
import { CHANNEL_STORY } from './stories';

const CHANNELS = ['mail', 'wecom', 'sms'] as const;
type Channel = (typeof CHANNELS)[number];

/** Test messages of one person in an hour; each goes to somebody's telephone or group. */
const TRIALS_AN_HOUR = 12;

/** `GET /settings/channels`: how each stands; addresses of robots, logins and passwords are not told. */
export const list = async (kernel: Kernel, actor: Actor, ctx: Context): Promise<{ data: ChannelSetting[] }> => {
  onlyParams(ctx, []);
  const robots = (await communitiesOf(kernel, actor)).map((row) => ({
    documentId: row.documentId,
    name: row.name as string,
    robot: Boolean(row.wecomRobot),
  }));
  const dead = await deadMessages(kernel, actor.communities);
  return {
    data: CHANNELS.map((channel) => {
      const state = kernel.outbox.stateOf(channel) ?? { mode: robots.some(({ robot }) => robot) ? 'on' : 'off' };
      return {
        channel,
        mode: state.mode,
        host: state.host ?? (channel === 'wecom' ? kernel.settings.wecomHosts.join(', ') : null),
        port: state.port ?? null,
        secure: state.secure ?? null,
        login: state.login ?? null,
        provider: state.provider ?? null,
        from: state.from ?? null,
        robots: channel === 'wecom' ? robots : [],
        dead: dead.get(channel) ?? 0,
      };
    }),
  };
};

/** The address of a robot must be one that messages would be sent to: else nobody would know before the first notice. */
const checkRobot = ({ settings }: Kernel, address: string): string => {
  const fault = (key: string) => invalid('wecomRobot', key, { hosts: settings.wecomHosts.join(', ') });
  if (!URL.canParse(address)) throw fault('error.robotAddress');
  const url = new URL(address);
  const local = settings.plainLocal && url.protocol === 'http:' && url.hostname === '127.0.0.1';
  if (url.username || url.password || (url.protocol !== 'https:' && !local)) throw fault('error.robotAddress');
  if (!local && !settings.wecomHosts.includes(url.hostname)) throw fault('error.robotHost');
  return address;
};

/** `PUT /settings/communities/:documentId/robot`: the address is sealed and shown to nobody; null takes it away. */
export const keepRobot = async (kernel: Kernel, actor: Actor, ctx: Context) => {
  const { input } = enteredIn(ctx, FORMS.robot, localeOf(ctx, kernel.settings.locale));
  const { documentId } = await recordNamed(kernel, actor, COMMUNITY_UID, ctx.params.documentId);
  if (input.wecomRobot === undefined) throw invalid('wecomRobot', 'error.required');
  const wecomRobot = input.wecomRobot && checkRobot(kernel, input.wecomRobot);
  await kernel.histories.as(actor, () =>
    documentsOf(kernel, COMMUNITY_UID).update({ documentId, data: { wecomRobot } })
  );
  return { data: { documentId, robot: Boolean(wecomRobot) } };
};

const TELEPHONE = /^\+?\d{6,15}$/;

/** To whom a test goes: an address, a telephone, or the group of a community. */
const recipientOf = async (kernel: Kernel, actor: Actor, ctx: Context, channel: Channel, rest: object) => {
  const locale = localeOf(ctx, kernel.settings.locale);
  if (channel === 'wecom') {
    const { community, ...further } = rest as { community?: unknown };
    noFurther(further);
    const row = await recordNamed(kernel, actor, COMMUNITY_UID, community).catch(() => {
      throw invalid('community', 'error.unknownReference', { field: { word: 'field.community' } });
    });
    return { to: row.documentId, community: row };
  }
  const { to } = parseInput(channel === 'mail' ? FORMS.testMail : FORMS.testSms, rest, locale);
  if (channel === 'mail') {
    if (!isMailAddress(to)) throw invalid('to', 'error.mailAddress');
    return { to, community: null };
  }
  const telephone = to.replace(/[\s-]/g, '');
  if (!TELEPHONE.test(telephone)) throw invalid('to', 'error.telephone');
  return { to: telephone, community: null };
};

/** A test is on the record as a setting's change is: whose, by which channel, and what came of it; never to whom. */
const tell = (kernel: Kernel, actor: Actor, channel: Channel, community: Row | null, outcome: string) =>
  kernel.strapi.db.transaction(async ({ trx }) => {
    const within = trx as Knex.Transaction;
    const { version } = community ? await kernel.rulebook.of(community.id, within) : { version: 'default' };
    await kernel.ledger.write(
      within,
      {
        caseType: CHANNEL_STORY,
        caseDocumentId: channel,
        caseNumber: community ? String(community.name) : '',
        community: community?.id ?? null,
        action: 'test',
        from: null,
        to: null,
        actor,
        article: null,
        input: { channel, outcome },
        changes: {},
        revision: 0,
        policyVersion: version,
      },
      kernel.clock.now()
    );
  });

/**
 * `POST /settings/channels/:channel/test`: sends one message now and says what came of it. It goes past the outbox's
 * table, so that whoever pressed the button sees the answer and nothing is tried again later.
 */
export const test = async (kernel: Kernel, actor: Actor, ctx: Context): Promise<{ data: ChannelTried }> => {
  const channel = ctx.params.channel as Channel;
  if (!CHANNELS.includes(channel)) throw notFound();
  const { to, community } = await recipientOf(kernel, actor, ctx, channel, bodyOf(ctx));
  const user = ctx.state.user as { id: number };
  kernel.throttle.count(`settings.test:${user.id}`, TRIALS_AN_HOUR);
  const { locale } = kernel.settings;
  const failure = await kernel.outbox.attempt(channel, {
    recipient: to,
    subject: say(locale, 'channel.test.subject'),
    body: say(locale, 'channel.test.body', { by: actor.name, at: kernel.clock.time(kernel.clock.now()) }),
  });
  await tell(kernel, actor, channel, community, failure ? failure.reason : 'sent');
  const said = localeOf(ctx, locale);
  const files = kernel.outbox.stateOf(channel)?.mode === 'files';
  return {
    data: {
      sent: failure === null,
      message: failure
        ? say(said, `outbox.reason.${failure.reason}`)
        : say(said, files ? 'channel.test.filed' : 'channel.test.sent'),
      error: failure?.error ?? null,
    },
  };
};
