import { createPlans, type Plans } from './plans';
import { bootWorld, type Colleague, type World } from './world';

/** Records of each kind, in a company of so many communities: enough that no planner reads a whole table for a page. */
const MANY = 20_000;
const COMMUNITIES = 40;

const uid = (type: string) => `plugin::property-desk.${type}`;
const DAY = 24 * 3_600_000;

let world: World;
let plans: Plans;
let people: Record<'one' | 'two' | 'all', Colleague['client']>;
/** What stands in the addresses that are asked for. */
let named: Record<string, string>;

/** Of many, one in so many is something else: what an office looks for is rare. */
const rarely = <T>(n: number, usual: T, rare: T, oneIn = 50): T => (Math.floor(n / COMMUNITIES) % oneIn ? usual : rare);

beforeAll(async () => {
  world = await bootWorld();
  plans = createPlans(world);
  const { kernel, garden, river, building, household, staff } = world;
  const { fill, nextId } = plans;
  const now = kernel.clock.now();
  const ago = (n: number) => new Date(now.getTime() - (n % 700) * DAY);
  people = {
    one: staff.supervisor.client,
    two: (await world.hire('supervisor', [garden, river], '两处主管')).client,
    all: (await world.desk.superAdmin()).client,
  };
  const other = await nextId('pd_communities');
  await fill(uid('community'), COMMUNITIES - 2, (n) => ({ name: `小区${n}`, companyName: '阳光物业服务有限公司' }));
  const community = (n: number) => [garden.id, river.id][n % COMMUNITIES] ?? other - 2 + (n % COMMUNITIES);
  const someone = (n: number) => (n % COMMUNITIES ? staff.engineer2 : staff.engineer).staff.id;

  const home = await nextId('pd_households');
  await fill(uid('household'), MANY, (n) => ({
    community: community(n),
    building: n % COMMUNITIES === 0 ? building.id : null,
    room: String(n),
    roomKey: `9-${n}`,
    name: `9栋${n}`,
    fileNumber: `DA-${50_000 + n}`,
    occupancy: rarely(n, 'owner_occupied', 'vacant'),
    responsible: rarely(n, null, someone(n)),
    gaps: {},
    incompleteSince: rarely(n, null, ago(n)),
  }));
  await fill(uid('resident'), MANY, (n) => ({
    name: '王小明',
    kind: 'owner',
    household: home + n,
    homeCommunity: community(n),
  }));
  const documents = await nextId('pd_documents');
  await fill(uid('document'), MANY, (n) => ({
    number: `W-${n}`,
    title: '合同',
    state: rarely(n, 'filed', 'disposed'),
    revision: 1,
    community: community(n),
    kind: rarely(n, 'notice', 'contract'),
    year: 2000 + (n % 27),
    secrecy: rarely(n, 'internal', 'confidential'),
    filedBy: someone(n),
    lacksPaperSince: rarely(n, null, ago(n)),
    lacksElectronicSince: rarely(n + COMMUNITIES, null, ago(n)),
    keepUntil: rarely(n, '2090-01-01', '2020-01-01'),
    endedAt: rarely(n, null, ago(n)),
  }));
  await fill(uid('document-term'), MANY, (n) => ({ term: n % 200 ? `词${n % 500}` : '合同', filed: documents + n }));
  await fill(uid('action-item'), MANY, (n) => ({
    number: `SX-${n}`,
    title: '事项',
    state: rarely(n, 'done', 'open'),
    revision: 1,
    community: community(n),
    minutes: documents + (n % 500),
    owner: someone(n),
    dueAt: rarely(n, null, ago(n)),
    endedAt: rarely(n, ago(n), null),
  }));
  await fill(uid('loan'), MANY, (n) => ({
    number: `JY-${n}`,
    title: '钥匙',
    state: rarely(n, 'returned', 'lent'),
    revision: 1,
    community: community(n),
    itemType: 'key',
    itemDocumentId: `k${n}`,
    household: home + n,
    borrower: someone(n),
    until: ago(n),
    lentAt: ago(n),
    endedAt: rarely(n, ago(n), null),
  }));
  await fill(uid('binding'), MANY, (n) => ({
    number: `BD-${n}`,
    title: '绑定',
    state: rarely(n, 'approved', ['pending', 'rejected'][n % 2]),
    revision: 1,
    community: community(n),
    room: '9-1',
    roomKey: `9-${n}`,
    kind: 'owner',
    name: '王小明',
    dueAt: rarely(n, null, n % 2 ? null : ago(n)),
    endedAt: rarely(n, null, n % 2 ? ago(n) : null),
  }));
  await fill(uid('data-request'), MANY, (n) => ({
    number: `GR-${n}`,
    title: '查阅',
    state: rarely(n, 'answered', 'received'),
    revision: 1,
    community: community(n),
    household: home + n,
    kind: 'copy',
    dueAt: rarely(n, null, ago(n)),
    endedAt: rarely(n, ago(n), null),
  }));
  for (const type of ['archive-import', 'archive-export'])
    await fill(uid(type), MANY, (n) => ({
      number: `D-${n}`,
      title: '表',
      state: rarely(n, type === 'archive-import' ? 'done' : 'expired', 'failed'),
      revision: 1,
      community: community(n),
      endedAt: ago(n),
      ...(type === 'archive-import' ? { fileName: 'a.xlsx' } : { reason: '盘点', households: 1, plain: false }),
    }));
  await fill(uid('access-log-entry'), 2 * MANY, (n) => ({
    kind: rarely(n, 'open', 'reveal'),
    recordType: 'ticket',
    recordDocumentId: `t${n}`,
    records: 1,
    actorKind: 'staff',
    actorStaff: someone(n),
    actorName: '某人',
    at: ago(n),
    community: n % 100 ? community(n) : null,
  }));
  await plans.count();
  named = {
    community: garden.documentId,
    building: building.documentId,
    household: household.documentId,
    person: staff.engineer.staff.documentId,
  };
}, 600_000);
afterAll(() => world?.desk.stop());

/** Which of the statements must go by an index where somebody of all communities asks: all, the page's, or none. */
type Everywhere = 'all' | 'page' | null;

/** Every list, what it is narrowed to, its table, and the index that it must go by. */
const LISTS: [what: string, address: string, table: string, index: RegExp, everywhere: Everywhere][] = [
  ['documents', '/documents', 'pd_documents', /pd_documents_community/, null],
  ['documents of a kind', '/documents?kind=contract', 'pd_documents', /pd_documents_(community|volume)/, null],
  ['documents of a state', '/documents?state=disposed', 'pd_documents', /pd_documents_community/, null],
  ['documents of a year', '/documents?year=2020&kind=contract', 'pd_documents', /pd_documents_volume/, null],
  ['documents without their paper', '/documents?lacks=paper', 'pd_documents', /pd_documents_lacks_paper/, 'all'],
  ['documents without a copy', '/documents?lacks=electronic', 'pd_documents', /pd_documents_lacks_electronic/, 'all'],
  ['documents that may go', '/documents?expired=true', 'pd_documents', /pd_documents_kept_until/, 'all'],
  ['documents by a word', '/documents?q=合同', 'pd_documents', /pd_document_terms_term/, 'all'],
  ['volumes', '/documents/volumes?community={community}', 'pd_documents', /pd_documents_(volume|community)/, 'all'],
  ['what was taken on', '/action-items', 'pd_action_items', /pd_action_items_open/, 'all'],
  ['households', '/households', 'pd_households', /pd_households_community/, null],
  ['households of a building', '/households?building={building}', 'pd_households', /pd_households_building/, 'all'],
  ['incomplete files', '/households?incomplete=true', 'pd_households', /pd_households_incomplete/, null],
  ['files of one colleague', '/households?responsible={person}', 'pd_households', /pd_households_responsible/, 'all'],
  ['empty flats', '/households?occupancy=vacant', 'pd_households', /pd_households_community/, null],
  ['the access log', '/access-log', 'pd_access_log', /pd_access_log_(community|latest|at)/, 'page'],
  ['a community’s', '/access-log?community={community}', 'pd_access_log', /pd_access_log_community/, 'all'],
  [
    'one person’s looks',
    '/access-log?person={person}',
    'pd_access_log',
    /pd_access_log_(staff|actor_staff|community)/,
    'all',
  ],
  ['who saw a record', '/access-log?record=t40&type=ticket', 'pd_access_log', /pd_access_log_record/, 'all'],
  ['reveals', '/access-log?kind=reveal', 'pd_access_log', /pd_access_log_(kind|community)/, 'all'],
  ['a day', '/access-log?from=2026-11-01&to=2026-11-02', 'pd_access_log', /pd_access_log_(at|latest|community)/, 'all'],
  ['looks by day', '/access-log/volume', 'pd_access_log', /pd_access_log_(at|latest|community|kind)/, 'all'],
  ['bindings that wait', '/bindings', 'pd_bindings', /pd_bindings_(open|state)/, 'all'],
  ['late bindings', '/bindings?overdue=true', 'pd_bindings', /pd_bindings_(open|state)/, 'all'],
  ['rejected bindings', '/bindings?state=rejected', 'pd_bindings', /pd_bindings_(state|community|ended)/, 'all'],
  ['loans', '/loans', 'pd_loans', /pd_loans_open/, 'all'],
  ['late loans', '/loans?overdue=true', 'pd_loans', /pd_loans_open/, 'all'],
  ['former loans', '/loans?state=returned', 'pd_loans', /pd_loans_(community|ended)/, null],
  ['loans of a household', '/loans?household={household}', 'pd_loans', /pd_loans_household/, 'all'],
  ['loans of a person', '/loans?borrower={person}', 'pd_loans', /pd_loans_(borrower|open)/, 'all'],
  ['data requests', '/data-requests', 'pd_data_requests', /pd_data_requests_open/, 'all'],
  [
    'data requests of a household',
    '/data-requests?household={household}',
    'pd_data_requests',
    /pd_data_requests_household/,
    'all',
  ],
  ['imports', '/archive-imports', 'pd_archive_imports', /pd_archive_imports_community/, null],
  ['exports', '/archive-exports', 'pd_archive_exports', /pd_archive_exports_community/, null],
];

/** The plans of what one list reads of its table; the statements that put nothing in order are counts. */
const plansOf = async (client: Colleague['client'], address: string, table: string, of: Everywhere) => {
  const filled = address.replace(/\{(\w+)\}/g, (_all, name: string) => named[name]);
  const { statements } = await plans.statementsOf(() => client.get(`/property-desk${filled}`).expect(200));
  const reads = statements.filter(({ sql }) => of !== 'page' || /order by/i.test(sql));
  const told = await plans.plansOf(reads, new RegExp(`["\`]${table}["\`]`));
  expect(told.length).toBeGreaterThan(0);
  return told;
};

describe.each(['one', 'two'] as const)('for somebody of %s of the communities', (who) => {
  it.each(LISTS)('the list of %s goes by its index', async (_what, address, table, index) => {
    const told = await plansOf(people[who], address, table, 'all');
    for (const plan of told) {
      expect(plan).not.toMatch(new RegExp(`(SCAN|Seq Scan on) ${table}\\b`));
      // Several conditions of which one suffices are looked up each, and then all that was found is put in order.
      expect(plan).not.toMatch(/MULTI-INDEX OR|BitmapOr/);
    }
    expect(told.join('\n')).toMatch(index);
  });
});

describe('for somebody of all communities', () => {
  it.each(LISTS.filter(([, , , , everywhere]) => everywhere))(
    'the list of %s reads no table',
    async (_what, address, table, index, everywhere) => {
      const told = await plansOf(people.all, address, table, everywhere);
      // In the order of an index a table is read as far as the page goes.
      for (const plan of told)
        expect(plan).not.toMatch(new RegExp(`(SCAN ${table}(?! USING)|Seq Scan on ${table}\\b)`));
      expect(told.join('\n')).toMatch(index);
    }
  );
});
