import type { Context } from 'koa';
import { say, type PolicyAcknowledgements, type PolicyComparison, type RulebookPage } from '../../../../contracts';
import type { Actor } from '../../kernel/access/actor';
import { localeOf, onlyParams, textParam } from '../../kernel/api/respond';
import { invalid, notFound } from '../../kernel/errors';
import type { Kernel } from '../../kernel/kernel';
import { sees } from '../../kernel/workflow/engine';
import { communityParam } from '../staff';
import { comparisonOf } from './comparison';
import { actsOf } from './in-force';
import { acknowledgementsOf, contentOf, effectiveRow, owedAcknowledgements } from './queries';
import { POLICY_UID, type PolicyRow } from './row';
import { policyText } from './text';
import { policyWorkflow } from './workflow';

const find = async (kernel: Kernel, actor: Actor, documentId: string): Promise<PolicyRow | null> => {
  const row = (await kernel.rows.first(kernel.strapi.db.connection, POLICY_UID, { documentId })) as PolicyRow | null;
  return row && sees(policyWorkflow, row, actor) ? row : null;
};

const named = async (kernel: Kernel, actor: Actor, ctx: Context): Promise<PolicyRow> => {
  const row = await find(kernel, actor, ctx.params.documentId as string);
  if (!row) throw notFound();
  return row;
};

/** `GET /policies/:documentId/text` */
export const text = async (kernel: Kernel, actor: Actor, ctx: Context) => {
  onlyParams(ctx, []);
  return { data: await policyText(kernel, await named(kernel, actor, ctx), actor) };
};

/** What a version is compared with unless the caller names one: what it superseded, or what it would supersede. */
const usual = async (kernel: Kernel, row: PolicyRow): Promise<PolicyRow | null> => {
  const { connection } = kernel.strapi.db;
  if (row.supersedes !== null)
    return (await kernel.rows.first(connection, POLICY_UID, { id: row.supersedes })) as PolicyRow | null;
  const inForce = await effectiveRow(connection, kernel.rows, row.community);
  return row.effectiveAt === null ? inForce : null;
};

/** `GET /policies/:documentId/comparison?with=` */
export const comparison = async (kernel: Kernel, actor: Actor, ctx: Context): Promise<{ data: PolicyComparison }> => {
  onlyParams(ctx, ['with']);
  const row = await named(kernel, actor, ctx);
  const other = textParam(ctx, 'with', 64);
  const from = other ? await find(kernel, actor, other) : await usual(kernel, row);
  if (other && from?.community !== row.community)
    throw invalid('with', 'error.unknownReference', { field: { word: 'case.policy' } });
  const whole = async (each: PolicyRow) => ({
    row: each,
    content: await contentOf(kernel.strapi.db.connection, kernel.rows, each.id),
  });
  return { data: comparisonOf(from && (await whole(from)), await whole(row)) };
};

/** `GET /policies/:documentId/acknowledgements`: who has acknowledged, and which active staff have not. */
export const acknowledgements = async (
  kernel: Kernel,
  actor: Actor,
  ctx: Context
): Promise<{ data: PolicyAcknowledgements }> => {
  onlyParams(ctx, []);
  const { rows, strapi, clock } = kernel;
  const { connection } = strapi.db;
  const row = await named(kernel, actor, ctx);
  const given = await acknowledgementsOf(connection, rows, row.id);
  const owed = await owedAcknowledgements(connection, rows, row.documentId);
  const colleagues = await kernel.directory().colleagues(connection, row.community);
  const people = new Map(colleagues.map((person) => [person.id, person]));
  // Who has left since stays among those who acknowledged.
  const staff = await rows.byIds(
    connection,
    'plugin::property-desk.staff-member',
    given.map((each) => each.staff)
  );
  const posts = await rows.byIds(
    connection,
    'plugin::property-desk.post',
    [...staff.values()].map(({ post }) => post)
  );
  const done = given.flatMap(({ staff: id, at }) => {
    const person = staff.get(id);
    if (!person) return [];
    const role = String(posts.get(person.post as number)?.role ?? '');
    return [{ staff: { documentId: person.documentId, name: String(person.name) }, role, at: at.toISOString() }];
  });
  const acknowledged = new Set(given.map((each) => each.staff));
  const missing =
    row.state === 'effective'
      ? [...people.values()]
          .filter(({ id }) => !acknowledged.has(id))
          .map(({ id, documentId, name, role }) => {
            const dueAt = owed.get(id)?.dueAt ?? null;
            const overdue = dueAt !== null && dueAt < clock.now();
            return { staff: { documentId, name }, role, dueAt: dueAt?.toISOString() ?? null, overdue };
          })
      : [];
  return { data: { done, missing } };
};

/** `GET /rulebook?community=`: each rule as it stands there, and where it acts. */
export const rulebookPage = async (kernel: Kernel, actor: Actor, ctx: Context): Promise<{ data: RulebookPage }> => {
  onlyParams(ctx, ['community']);
  const { rows, strapi, rulebook, settings } = kernel;
  const { connection } = strapi.db;
  const community = await communityParam(kernel, actor, ctx);
  const locale = localeOf(ctx, settings.locale);
  const policy = await effectiveRow(connection, rows, community.id);
  const { rules } = policy ? await contentOf(connection, rows, policy.id) : { rules: [] };
  const inForce = await rulebook.of(community.id);
  const items = Object.entries(rulebook.definitions).map(([key, { kind, default: usualValue, article }]) => {
    const set = rules.find((rule) => rule.key === key);
    return {
      key,
      name: say(locale, `rule.${key}`),
      kind,
      value: inForce.value(key),
      default: usualValue,
      article: set ? String(set.article) : article,
      set: set !== undefined,
      acts: actsOf(kernel, key),
    };
  });
  items.sort((one, other) => Number(one.article) - Number(other.article) || (one.key < other.key ? -1 : 1));
  return {
    data: {
      community: { documentId: community.documentId, name: String(community.name) },
      policy: policy && { documentId: policy.documentId, name: policy.number },
      rules: items,
    },
  };
};
