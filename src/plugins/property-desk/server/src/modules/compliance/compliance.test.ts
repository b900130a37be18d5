import fc from 'fast-check';
import type { ComplianceFigures, ComplianceMap, ObligationItem, Page } from '../../../../contracts';
import type { Row } from '../../kernel/storage/rows';
import { OBLIGATION_UID } from '../../kernel/obligation/obligations';
import { bootWorld, type Colleague, type Doc, type World } from '../../testing/world';
import { figuresByHand, numberOf, openedIn, standingOf } from './testing/by-hand';

let world: World;
/** Works in both communities. */
let both: Colleague;
const START = new Date('2026-09-28T01:00:00.000Z');
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const get = async <T>(path: string, query: Record<string, string>, who: Colleague = both): Promise<T> => {
  const { status, body, text } = await who.client.get(`/property-desk${path}?${new URLSearchParams(query)}`);
  if (status !== 200) throw new Error(`${path} ${JSON.stringify(query)}: ${status} ${text}`);
  return body as T;
};
const map = async (query: Record<string, string>, who?: Colleague) =>
  (await get<{ data: ComplianceMap }>('/compliance', query, who)).data;
const listed = async (query: Record<string, string>) =>
  (await get<Page<ObligationItem>>('/obligations', { limit: '1', ...query })).meta.total;

const ledger = (community?: Doc): Promise<Row[]> =>
  world.kernel.rows.find(
    world.kernel.strapi.db.connection,
    OBLIGATION_UID,
    community ? { community: community.id } : {}
  );

const act = async (who: Colleague, path: string, input: object): Promise<string> => {
  const { status, body, text } = await who.client.post(`/property-desk${path}`).send({ input });
  if (status !== 200) throw new Error(`${path}: ${status} ${text}`);
  return body.data.documentId as string;
};

/** Six weeks of repairs as a desk has them: some dispatched late, some done late, some cancelled, some left. */
const sixWeeks = async () => {
  const { staff, elsewhere, kernel, river, call } = world;
  kernel.clock.freeze(START);
  const later = (minutes: number) => new Date(kernel.clock.now().getTime() + minutes * MINUTE).toISOString();
  for (let n = 0; n < 18; n += 1) {
    const away = n % 4 === 3;
    const people = away ? elsewhere : staff;
    const more = away ? { community: river.documentId, household: undefined, publicPlace: '大门' } : {};
    const id = await act(people.receptionist, '/tickets/actions/register', call(more));
    kernel.clock.advance((n % 3 ? 6 : 31) * MINUTE);
    if (n % 5 === 0) await kernel.tick();
    if (n % 6 === 5) await act(people.supervisor, `/tickets/${id}/actions/cancel`, { reason: '重复登记' });
    else if (n % 9 !== 8) {
      const dispatched = { assignee: people.engineer.staff.documentId, promisedAt: later(240) };
      await act(people.receptionist, `/tickets/${id}/actions/dispatch`, dispatched);
      kernel.clock.advance((n % 4) * 90 * MINUTE);
      await act(people.engineer, `/tickets/${id}/actions/start`, {});
      await act(people.engineer, `/tickets/${id}/actions/complete`, { workDone: '修好了' });
    }
    kernel.clock.advance(2.3 * DAY + n * 37 * MINUTE);
  }
};

/** Rows such as other case types will leave: articles within articles, on the very edges of days and weeks. */
const edges = async () => {
  const { kernel, garden, river } = world;
  const midnight = (kernel.clock.day('2026-10-26') as { from: Date }).from.getTime();
  const articles = ['12.3', '12', '120', '1', '5(2)8', '5', '11.1', '9'];
  await kernel.strapi.db.transaction(async ({ trx }) => {
    for (let n = 0; n < 64; n += 1) {
      const openedAt = new Date(midnight + ((n % 5) - 2) * (n % 2 ? 7 * DAY : 1) + (n % 3) - 1);
      const dueAt = new Date(openedAt.getTime() + (n % 7 ? 60 * MINUTE : 60 * DAY));
      const outcome = [null, 'kept', 'broken', 'renegotiated', 'void', null, 'kept', 'kept'][n % 8];
      const settled = outcome === 'kept' || (outcome === 'broken' && n % 16 === 2);
      const settledAt = settled ? new Date(openedAt.getTime() + ((n * n * 7919) % 50_000) * 777) : null;
      const row = {
        article: articles[n % articles.length],
        what: ['loan.return', 'notice.post', 'bill.call'][n % 3],
        caseType: 'loan',
        caseDocumentId: `edge${n}`,
        caseNumber: `E-${n}`,
        community: n % 4 ? garden.id : river.id,
        ownerRole: 'supervisor',
        level: 1,
        openedAt,
        openedBy: 'edge',
        dueAt,
        settledAt,
        closedAt: outcome && !(outcome === 'broken' && !settled) ? (settledAt ?? dueAt) : null,
        outcome,
        policyVersion: 'default',
      };
      await kernel.rows.insert(trx, OBLIGATION_UID, row, openedAt);
    }
  });
};

beforeAll(async () => {
  world = await bootWorld();
  both = await world.hire('supervisor', [world.garden, world.river], '督导');
  await sixWeeks();
  await edges();
});
afterAll(async () => {
  world?.kernel.clock.run();
  await world?.desk.stop();
});

const figures = ({
  opened,
  kept,
  broken,
  open,
  renegotiated,
  void: voided,
  rate,
  medianMinutes,
}: ComplianceFigures) => ({
  opened,
  kept,
  broken,
  open,
  renegotiated,
  void: voided,
  rate,
  medianMinutes,
});

/** Compares every figure of a map with the rows counted by hand. */
const compare = (found: ComplianceMap, rows: Row[]) => {
  const { clock } = world.kernel;
  const now = clock.now();
  const opened = openedIn(rows, {
    from: (clock.day(found.from) as { from: Date }).from,
    to: (clock.day(found.to) as { to: Date }).to,
  });
  expect(figures(found.total)).toEqual(figuresByHand(opened, now));
  const numbers = new Set([...Array.from({ length: 17 }, (_, index) => index + 1), ...opened.map(numberOf)]);
  expect(found.articles.map(({ number }) => number)).toEqual([...numbers].sort((one, other) => one - other));
  for (const article of found.articles) {
    const own = opened.filter((row) => numberOf(row) === article.number);
    expect([article.number, figures(article)]).toEqual([article.number, figuresByHand(own, now)]);
    expect(article.obligations.map(({ what }) => what)).toEqual([...new Set(own.map(({ what }) => what))].sort());
    for (const line of article.obligations) {
      const lines = own.filter(({ what }) => what === line.what);
      expect([line.what, figures(line)]).toEqual([line.what, figuresByHand(lines, now)]);
    }
  }
  const weeks = new Map<string, { kept: number; broken: number }>();
  for (const row of opened) {
    const standing = standingOf(row, now);
    if (standing !== 'kept' && standing !== 'broken') continue;
    // The day in Shanghai, and back to its Monday.
    const day = new Date((row.openedAt as Date).getTime() + 8 * 60 * MINUTE);
    day.setUTCDate(day.getUTCDate() - ((day.getUTCDay() + 6) % 7));
    const key = `${day.toISOString().slice(0, 10)} ${numberOf(row)}`;
    const week = weeks.get(key) ?? { kept: 0, broken: 0 };
    week[standing] += 1;
    weeks.set(key, week);
  }
  expect(
    Object.fromEntries(found.weeks.map(({ week, article, kept, broken }) => [`${week} ${article}`, { kept, broken }]))
  ).toEqual(Object.fromEntries(weeks));
};

describe('the figures', () => {
  it('agree with the rows counted by hand, for any period and community', async () => {
    const all = await ledger();
    expect(new Set(all.map((row) => standingOf(row, world.kernel.clock.now()))).size).toBe(5);
    const day = (n: number) => new Date(Date.UTC(2026, 8, 20) + n * DAY).toISOString().slice(0, 10);
    await fc.assert(
      fc.asyncProperty(fc.nat(80), fc.nat(40), fc.constantFrom('garden', 'river', null), async (first, days, name) => {
        const community = name && world[name];
        const query = { from: day(first), to: day(first + days) };
        const found = await map(community ? { ...query, community: community.documentId } : query);
        expect(found.community).toEqual(community && { documentId: community.documentId, name: community.name });
        compare(found, community ? all.filter((row) => row.community === community.id) : all);
      }),
      { numRuns: 25 }
    );
  });

  it('stand still with the clock, and move with it before the clock has come round', async () => {
    const { clock } = world.kernel;
    const query = { from: '2026-09-01', to: '2027-03-31' };
    const before = clock.now();
    const earlier = await map(query);
    clock.advance(70 * DAY);
    const later = await map(query);
    expect(later.total.open).toBe(0);
    expect(later.total.broken).toBe(earlier.total.broken + earlier.total.open);
    compare(later, await ledger());
    clock.freeze(before);
  });

  it('are of the caller’s communities', async () => {
    const query = { from: '2026-09-01', to: '2026-12-31' };
    compare(await map(query, world.staff.supervisor), await ledger(world.garden));
    expect((await map(query, world.staff.supervisor)).communities.map(({ name }) => name)).toEqual(['阳光花园']);
  });

  it('are of the month so far unless told', async () => {
    world.kernel.clock.freeze(new Date('2026-11-12T16:30:00.000Z'));
    const found = await map({});
    expect([found.from, found.to]).toEqual(['2026-11-01', '2026-11-13']);
    compare(found, await ledger());
  });
});

describe('every figure', () => {
  const query = { from: '2026-10-01', to: '2026-11-05' };
  const STATES = ['open', 'kept', 'broken', 'renegotiated', 'void'] as const;
  const checked = async (what: Record<string, string>, counted: ComplianceFigures) => {
    for (const state of STATES)
      expect([what, state, await listed({ ...what, state })]).toEqual([what, state, counted[state]]);
    expect([what, await listed({ ...what, state: 'all' })]).toEqual([what, counted.opened]);
  };

  it('opens the list that it counts', async () => {
    const found = await map(query);
    await checked(query, found.total);
    for (const article of found.articles.filter(({ opened }) => opened > 0)) {
      const own: Record<string, string> = { ...query, article: String(article.number) };
      await checked(own, article);
      for (const line of article.obligations) await checked({ ...own, what: line.what }, line);
    }
  });

  it('opens it for one community, page by page', async () => {
    const one = { ...query, community: world.garden.documentId };
    const found = await map(one);
    await checked(one, found.total);
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const asked: Record<string, string> = { ...one, state: 'all', limit: '7', ...(cursor ? { cursor } : {}) };
      const page: Page<ObligationItem> = await get('/obligations', asked);
      seen.push(...page.data.map(({ documentId }) => documentId));
      cursor = page.meta.nextCursor;
    } while (cursor);
    expect(new Set(seen).size).toBe(found.total.opened);
    expect(seen).toHaveLength(found.total.opened);
  });

  it('keeps 1, 12 and 120 apart, and finds 12.3 by itself', async () => {
    const rows = openedIn(await ledger(), {
      from: (world.kernel.clock.day(query.from) as { from: Date }).from,
      to: (world.kernel.clock.day(query.to) as { to: Date }).to,
    });
    const with_ = (article: string) => rows.filter((row) => row.article === article).length;
    expect(await listed({ ...query, state: 'all', article: '1' })).toBe(with_('1'));
    expect(await listed({ ...query, state: 'all', article: '12.3' })).toBe(with_('12.3'));
    expect(await listed({ ...query, state: 'all', article: '12' })).toBe(with_('12') + with_('12.3'));
    expect(with_('12.3') * with_('12') * with_('120') * with_('1')).toBeGreaterThan(0);
  });

  it('has what is overdue, and what is still owed unless told', async () => {
    const now = world.kernel.clock.now();
    const owed = (await ledger()).filter(({ closedAt }) => closedAt === null);
    expect(await listed({ state: 'overdue' })).toBe(owed.filter(({ dueAt }) => (dueAt as Date) < now).length);
    expect(await listed({})).toBe(owed.length);
    expect(await listed({ state: 'kept,void' })).toBe(
      (await listed({ state: 'kept' })) + (await listed({ state: 'void' }))
    );
  });
});

describe('how an article is carried out', () => {
  it('is told from workflows, then from records, else it is left to people', async () => {
    const { articles, policy } = await map({ from: '2026-09-01', to: '2026-11-30' });
    const how = new Map(articles.map((article) => [article.number, article]));
    expect(how.get(9)).toMatchObject({ how: 'workflow', title: '报修处理', chapter: '第四章 业务流程' });
    expect(how.get(10)).toMatchObject({ how: 'workflow', opened: 0, rate: null, medianMinutes: null });
    expect(how.get(4)?.how).toBe('evidence');
    expect(how.get(6)).toMatchObject({ how: 'hand', evidence: [] });
    expect(policy).toBeNull();
  });

  it('counts records by community and period, as their lists do', async () => {
    const { garden, river, kernel } = world;
    const tickets = await kernel.rows.find(kernel.strapi.db.connection, 'plugin::property-desk.ticket', {});
    const period = { from: '2026-10-05', to: '2026-10-18' };
    const { from } = kernel.clock.day(period.from) as { from: Date };
    const { to } = kernel.clock.day(period.to) as { to: Date };
    const admin = await world.desk.superAdmin();
    for (const community of [garden, river, null]) {
      const found = await map(community ? { ...period, community: community.documentId } : period);
      const evidence = found.articles.flatMap((article) => article.evidence);
      const shown = evidence.find(({ key }) => key === 'tickets');
      const own = tickets.filter(
        (row) =>
          (!community || row.community === community.id) &&
          (row.createdAt as Date) >= from &&
          (row.createdAt as Date) < to
      );
      expect([shown?.name, shown?.count]).toEqual(['登记的报修', own.length]);
      for (const { key, count, list } of evidence.filter((each) => each.list?.startsWith('/content-manager/'))) {
        const { status, body } = await admin.client.get(list as string);
        expect([key, status, body.pagination?.total]).toEqual([key, 200, count]);
      }
    }
  });
});

describe('the call', () => {
  it.each([
    [{ from: '2026-13-01' }, 'from'],
    [{ to: '2026-02-30' }, 'to'],
    [{ from: 'yesterday' }, 'from'],
    [{ from: '0001-01-01' }, 'from'],
    [{ to: '9999-12-31' }, 'to'],
    [{ from: '2026-11-02', to: '2026-11-01' }, 'from'],
    [{ from: '2010-01-01', to: '2026-11-01' }, 'from'],
    [{ community: 'unknown' }, 'community'],
    [{ communities: 'all' }, 'communities'],
  ] as [Record<string, string>, string][])('refuses %j by naming %s', async (query, field) => {
    for (const path of ['/compliance', '/compliance/print']) {
      const { status, body } = await both.client.get(`/property-desk${path}?${new URLSearchParams(query)}`);
      expect([status, body.error?.details?.errors?.[0]?.path]).toEqual([400, [field]]);
    }
  });

  it.each([
    [{ article: "9' or 1=1" }, 'article'],
    [{ article: '%' }, 'article'],
    [{ state: 'late' }, 'state'],
    [{ from: '2026-11-02', to: '2026-11-01' }, 'from'],
    [{ community: 'unknown' }, 'community'],
  ] as [Record<string, string>, string][])('and the list %j', async (query, field) => {
    const { status, body } = await both.client.get(`/property-desk/obligations?${new URLSearchParams(query)}`);
    expect([status, body.error?.details?.errors?.[0]?.path]).toEqual([400, [field]]);
  });

  it('refuses a community that is not the caller’s, and whoever has no right', async () => {
    const { staff, river } = world;
    const foreign = await staff.supervisor.client.get(`/property-desk/compliance?community=${river.documentId}`);
    expect([foreign.status, foreign.body.error.details.errors[0].path]).toEqual([400, ['community']]);
    for (const who of [staff.manager, staff.supervisor, staff.specialist])
      await who.client.get('/property-desk/compliance').expect(200);
    for (const who of [staff.receptionist, staff.engineer])
      await who.client.get('/property-desk/compliance').expect(403);
  });
});
