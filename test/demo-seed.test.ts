import { execFile } from 'node:child_process';
import path from 'node:path';
import {
  BINDING_STATES,
  DATA_REQUEST_KINDS,
  DATA_REQUEST_STATES,
  LOAN_STATES,
  NOTICE_KINDS,
  NOTICE_STATES,
} from '../src/plugins/property-desk/contracts';
import { bootDesk, createDatabase, type Desk, type TestDatabase } from '@harness';

const ROOT = path.resolve(__dirname, '..');
const PASSWORD = 'Demo-Garden-88';
const DAY = 24 * 3_600_000;

/** `npm run demo:seed` as a person runs it, without npm. */
const seed = (database: TestDatabase, env: Record<string, string> = {}) =>
  new Promise<{ code: number; output: string }>((resolve) => {
    const child = execFile(
      process.execPath,
      [path.join(ROOT, 'scripts/demo-seed.mjs')],
      { cwd: ROOT, env: { ...process.env, ...database.env, DEMO_PASSWORD: PASSWORD, ...env } },
      (_error, out, err) => resolve({ code: child.exitCode ?? 1, output: out + err })
    );
  });

describe('the demo', () => {
  let database: TestDatabase;
  let desk: Desk;
  let first: Awaited<ReturnType<typeof seed>>;
  let second: Awaited<ReturnType<typeof seed>>;
  let filled: number;

  const table = (type: string) =>
    desk.strapi.db.connection(desk.kernel.rows.table(`plugin::property-desk.${type}`).name);
  const rows = async (type: string): Promise<any[]> =>
    (await table(type)).map((raw: Record<string, unknown>) =>
      desk.kernel.rows.fromColumns(`plugin::property-desk.${type}`, raw)
    );
  const tally = (list: any[], attribute: string) => {
    const counts: Record<string, number> = {};
    for (const row of list) counts[row[attribute] ?? 'none'] = (counts[row[attribute] ?? 'none'] ?? 0) + 1;
    return counts;
  };

  beforeAll(async () => {
    database = await createDatabase();
    first = await seed(database);
    filled = Date.now();
    second = await seed(database);
    desk = await bootDesk({
      database,
      configure: (strapi) => void strapi.config.set('plugin::property-desk.sweepEvery', null),
    });
  }, 300_000);
  afterAll(() => desk?.stop());

  it('is made once, and a second run says so and writes nothing', async () => {
    expect(first).toMatchObject({ code: 0, output: expect.stringContaining('The demo community is ready') });
    expect(first.output).not.toContain(PASSWORD);
    expect(second).toMatchObject({ code: 0, output: expect.stringContaining('The demo data is there already') });
    const types = [...desk.strapi.db.metadata.values()].filter(({ attributes }: any) => attributes.updatedAt);
    // Every start takes a number of its own: the sequences are its lock.
    const names = types.map(({ tableName }) => tableName).filter((name) => name !== 'pd_sequences');
    expect(names).toEqual(expect.arrayContaining(['pd_tickets', 'pd_events', 'admin_users', 'up_users']));
    for (const name of names) {
      const [{ last }] = await desk.strapi.db.connection(name).max({ last: 'updated_at' });
      expect([name, new Date(last ?? 0).getTime() <= filled]).toEqual([name, true]);
    }
  });

  it('has a community with buildings, households, people and posts', async () => {
    const [communities, buildings, households, residents, staff, posts] = await Promise.all(
      ['community', 'building', 'household', 'resident', 'staff-member', 'post'].map(rows)
    );
    expect(communities).toMatchObject([{ name: '阳光花园', companyName: '阳光物业服务有限公司' }]);
    expect([buildings.length, households.length, new Set(households.map(({ name }) => name)).size]).toEqual([
      3, 200, 200,
    ]);
    expect(new Set(residents.map(({ household }) => household)).size).toBe(200);
    expect(tally(residents, 'kind')).toEqual({ owner: 201, family: expect.any(Number), tenant: expect.any(Number) });
    expect(residents.filter(({ verified }) => verified)).toHaveLength(5);
    expect(staff.length).toBe(7);
    expect(posts.filter(({ reportsTo }) => reportsTo === null).map(({ name }) => name)).toEqual(['项目经理']);
  });

  it('has loans in every state, one of them overdue', async () => {
    const loans = await rows('loan');
    expect(Object.keys(tally(loans, 'state')).sort()).toEqual([...LOAN_STATES].sort());
    expect(new Set(loans.map(({ itemType }) => itemType))).toEqual(new Set(['household', 'key']));
    expect(loans.filter(({ state, until }) => state === 'lent' && until.getTime() < filled)).toHaveLength(1);
    const out = loans.filter(({ state }) => state === 'lent' || state === 'lost');
    expect(new Set(out.map(({ itemDocumentId }) => itemDocumentId)).size).toBe(out.length);
  });

  it('has had the archive moved in and out, with one row that was no good', async () => {
    const [[brought], [taken], log, vehicles] = await Promise.all(
      ['archive-import', 'archive-export', 'access-log-entry', 'vehicle'].map(rows)
    );
    expect(brought).toMatchObject({
      ...{ state: 'done', fileName: '车辆车位核对.xlsx', problems: 1, leftOut: 1 },
      ...{ writtenAdded: 7, writtenChanged: 3, writtenLeftOut: 0 },
    });
    expect(vehicles.filter(({ plate }) => plate === '沪AF3061')).toHaveLength(1);
    expect(taken).toMatchObject({ state: 'expired', households: 72, file: null, decidedBy: '陈国栋' });
    expect(log.filter(({ recordDocumentId }) => recordDocumentId === taken.documentId)).toMatchObject([
      { kind: 'export', records: 72, actorName: '周敏', reason: expect.stringMatching(/消防/) },
    ]);
  });

  it('has a log of who looked at what and why, and one day that was unusual', async () => {
    const log = await rows('access-log-entry');
    expect(Object.keys(tally(log, 'kind')).sort()).toEqual(
      ['export', 'file', 'list', 'open', 'print', 'reveal', 'search'].sort()
    );
    const reveals = log.filter(({ kind }) => kind === 'reveal');
    expect(reveals.length).toBeGreaterThan(100);
    for (const { reason, field } of reveals) expect([field, reason?.length > 3]).toEqual([field, true]);
    expect(log.filter(({ at }) => at.getTime() > filled)).toEqual([]);
    const client = desk.client(await desk.adminToken('supervisor@demo.local', PASSWORD));
    const { data } = (await client.get('/property-desk/access-log/volume').expect(200)).body;
    const unusual = data.filter((volume: { unusual: boolean }) => volume.unusual);
    expect(unusual).toEqual([expect.objectContaining({ person: expect.objectContaining({ name: '何静' }) })]);
  });

  it('has files of its households, most of them whole, and one flat that was sold', async () => {
    const [households, residents, papers, files] = await Promise.all(
      ['household', 'resident', 'household-paper', 'case-file'].map(rows)
    );
    expect(households.map(({ fileNumber }) => fileNumber).sort()).toEqual(
      Array.from({ length: 200 }, (_, index) => `DA-${String(index + 1).padStart(5, '0')}`)
    );
    const incomplete = households.filter(({ incompleteSince }) => incompleteSince);
    expect(incomplete.length).toBeGreaterThan(30);
    expect(incomplete.length).toBeLessThan(100);
    const scans = files.filter(({ caseType }) => caseType === 'household-paper');
    expect(tally(scans, 'mime')).toEqual({ 'image/png': expect.any(Number), 'application/pdf': expect.any(Number) });
    expect(papers.reduce((sum, paper) => sum + paper.scans, 0)).toBe(scans.length);
    for (const type of ['vehicle', 'parking-space', 'key', 'renovation'])
      expect([type, (await rows(type)).length > 2]).toEqual([type, true]);
    const [sold] = residents.filter(({ kind, movedOutAt }) => kind === 'owner' && movedOutAt);
    const owners = residents.filter(({ household, kind }) => household === sold.household && kind === 'owner');
    expect(owners.filter(({ movedOutAt }) => movedOutAt === null)).toHaveLength(1);
    const told = (await rows('event')).filter(({ caseType }) => caseType === 'household');
    expect(told.filter(({ action }) => action === 'transfer')).toHaveLength(1);
  });

  it('has tickets in every state, and nearly everything that can happen to one', async () => {
    const tickets = await rows('ticket');
    const states = tally(tickets, 'state');
    const all = [
      'submitted',
      'accepted',
      'dispatched',
      'in_progress',
      'on_hold',
      'completed',
      'confirmed',
      'archived',
      'cancelled',
    ];
    expect(Object.keys(states).sort()).toEqual([...all].sort());
    expect(tickets.length).toBeGreaterThan(350);
    expect(states.archived + states.cancelled).toBeLessThan(tickets.length - 25);

    const actions = tally(
      (await rows('event')).filter(({ caseType }) => caseType === 'ticket'),
      'action'
    );
    for (const action of [
      'submit',
      'register',
      'accept',
      'dispatch',
      'reassign',
      'decline',
      'start',
      'hold',
      'resume',
      'repromise',
      'complete',
      'follow-up',
      'rate',
      'close-unreached',
      'archive',
      'cancel',
      'amend',
      'breach',
    ])
      expect([action, actions[action] > 0]).toEqual([action, true]);
    const some = (what: string, which: (ticket: any) => boolean, least: number) =>
      expect([what, tickets.filter(which).length >= least]).toEqual([what, true]);
    some('urgent', ({ priority }) => priority === 'urgent', 20);
    some('public places', ({ publicPlace }) => publicPlace, 40);
    some('contractors', ({ contractor }) => contractor, 10);
    some('rework', ({ rework }) => rework > 0, 5);
    some('duplicates', ({ duplicateOf }) => duplicateOf, 3);
    some('unreached', ({ followUpAttempts }) => followUpAttempts > 0, 10);
    some('unhappy owners', ({ ratingOverall }) => ratingOverall > 0 && ratingOverall < 4, 5);
    some('parts and cost', ({ parts, cost }) => parts?.length && cost > 0, 50);
    expect(new Set(tickets.map(({ description }) => description.split('，')[0])).size).toBeGreaterThanOrEqual(40);
    expect(Object.keys(tally(await rows('inquiry'), 'state')).sort()).toEqual([
      'answered',
      'cancelled',
      'converted',
      'open',
    ]);
  });

  it('has complaints in every state, in every severity and kind, and what is done against them', async () => {
    const complaints = await rows('complaint');
    expect(complaints.length).toBeGreaterThanOrEqual(40);
    const states = ['received', 'escalated', 'handling', 'resolved', 'confirmed', 'reviewed'];
    expect(Object.keys(tally(complaints, 'state')).sort()).toEqual(
      [...states, 'archived', 'withdrawn', 'dismissed'].sort()
    );
    expect(Object.keys(tally(complaints, 'kind')).sort()).toEqual(['complaint', 'praise', 'suggestion']);
    expect(Object.keys(tally(complaints, 'severity')).sort()).toEqual(['general', 'major', 'none', 'urgent']);
    const some = (what: string, which: (complaint: any) => boolean) =>
      expect([what, complaints.some(which)]).toEqual([what, true]);
    some('anonymous', ({ anonymous, publicResult }) => anonymous && publicResult);
    some('task forces', ({ taskForce }) => taskForce);
    some('repeats', ({ repeatCount }) => repeatCount > 0);
    some('a promise to be confirmed', ({ proposedPromise }) => proposedPromise);
    some('decisions', ({ decision }) => decision);
    expect(Object.keys(tally(await rows('preventive-action'), 'state')).sort()).toEqual([
      'cancelled',
      'done',
      'open',
      'recurred',
    ]);
    expect(tally(await rows('case-study'), 'state')).toMatchObject({ published: expect.any(Number) });
  });

  it('has requests about people’s own data in every state, and a consent for each mark', async () => {
    expect(Object.keys(tally(await rows('binding'), 'state')).sort()).toEqual([...BINDING_STATES].sort());
    expect(Object.keys(tally(await rows('data-request'), 'state')).sort()).toEqual([...DATA_REQUEST_STATES].sort());
    expect(Object.keys(tally(await rows('data-request'), 'kind')).sort()).toEqual([...DATA_REQUEST_KINDS].sort());
    const agreed = (await rows('resident')).filter(({ agreesToMail }) => agreesToMail).length;
    const standing = (await rows('consent')).filter(({ currentKey }) => currentKey !== null);
    expect(tally(standing, 'purpose')).toEqual({ mail_notices: agreed });
    expect((await rows('resident')).filter(({ restrictedAt }) => restrictedAt)).toHaveLength(1);
  });

  it('has an archive: of every sort by hand, what published itself, and what lacks a copy', async () => {
    const documents = await rows('document');
    const byHand = documents.filter(({ source }) => source === null);
    expect(Object.keys(tally(byHand, 'kind')).sort()).toEqual([
      'contract',
      'letter',
      'minutes',
      'other',
      'plan',
      'report',
    ]);
    expect(Object.keys(tally(documents, 'source')).sort()).toEqual(['case-study', 'none', 'notice', 'policy']);
    const published = (await rows('notice')).filter(({ issuedAt }) => issuedAt !== null);
    expect(documents.filter(({ source }) => source === 'notice')).toHaveLength(published.length);
    expect(documents.filter(({ lacksPaperSince }) => lacksPaperSince !== null).length).toBeGreaterThan(0);
    expect(documents.filter(({ lacksElectronicSince }) => lacksElectronicSince !== null).length).toBeGreaterThan(0);
    expect(tally(await rows('action-item'), 'state')).toEqual({ done: 9, open: 3 });
  });

  it('has the default policy in force, acknowledged by nearly everybody', async () => {
    const [policy, ...more] = await rows('policy');
    expect(more).toEqual([]);
    expect(policy).toMatchObject({ state: 'effective', public: true, number: expect.stringMatching(/^ZD-/) });
    expect((await rows('policy-article')).map(({ number }) => number)).toHaveLength(17);
    expect(await rows('policy-acknowledgement')).toHaveLength(6);
    const owed = (await rows('obligation')).filter(({ what }) => what === 'policy.acknowledge');
    expect(tally(owed, 'outcome')).toEqual({ kept: 6, broken: 1 });
    // All that was done since was done under it.
    const since = (await rows('event')).filter(({ at }) => at > policy.effectiveAt);
    expect(tally(since, 'policyVersion')).toEqual({ [policy.number]: since.length });
  });

  it('has notices of every kind in every state, hung up, read and corrected', async () => {
    const [notices, postings, reads, buildings, messages] = await Promise.all(
      ['notice', 'notice-posting', 'notice-read', 'building', 'outbox-message'].map(rows)
    );
    expect(notices.length).toBeGreaterThanOrEqual(20);
    expect(Object.keys(tally(notices, 'state')).sort()).toEqual([...NOTICE_STATES].sort());
    expect(Object.keys(tally(notices, 'kind')).sort()).toEqual([...NOTICE_KINDS].sort());
    const some = (what: string, which: (notice: any) => boolean) =>
      expect([what, notices.some(which)]).toEqual([what, true]);
    some(
      'partly hung up',
      ({ kind, state, postingsLeft, postingsTotal }) =>
        kind === 'outage' && state === 'published' && postingsLeft > 0 && postingsLeft < postingsTotal
    );
    some('to be confirmed', ({ urgent, confirmedAt }) => urgent && !confirmedAt);
    some('pinned', ({ pinned, state }) => pinned && state === 'published');
    some('to be published by the clock', ({ state, publishAt }) => state === 'approved' && publishAt > filled);
    const [right] = notices.filter(({ supersedes }) => supersedes);
    expect(notices.find(({ id }) => id === right.supersedes)).toMatchObject({
      state: 'withdrawn',
      withdrawnAt: right.issuedAt,
    });

    const out = notices.filter(({ issuedAt }) => issuedAt);
    expect(out.map(({ number }) => number)).toEqual(
      out.map(() => expect.stringMatching(/^阳光物业客〔20\d\d〕\d+号$/))
    );
    expect(new Set(out.map(({ number }) => number)).size).toBe(out.length);
    expect(JSON.stringify(notices.map(({ title, body }) => [title, body]))).not.toMatch(
      /[{}]{2}|undefined|Invalid|NaN/
    );
    for (const { id, postingsLeft } of out)
      expect(postings.filter(({ notice, postedAt }) => notice === id && !postedAt)).toHaveLength(postingsLeft);
    expect(new Set(postings.map(({ building }) => building)).size).toBe(buildings.length);

    const issued = new Map(out.map(({ id, issuedAt }) => [id, issuedAt]));
    expect(new Set(reads.map(({ notice }) => notice))).toEqual(new Set(issued.keys()));
    for (const { notice, at } of reads) expect(at.getTime()).toBeGreaterThanOrEqual(issued.get(notice).getTime());

    const agreed = (await rows('resident')).filter(({ agreesToMail }) => agreesToMail).length;
    expect(agreed).toBe(50);
    const mails = messages.filter(({ key }) => key.startsWith('notice:'));
    expect(mails).toContainEqual(expect.objectContaining({ channel: 'mail', caseDocumentId: right.documentId }));
    const toAll = out.find(({ channels, postingsTotal }) => channels.includes('mail') && postingsTotal === 3);
    expect(mails.filter(({ caseDocumentId }) => caseDocumentId === toAll.documentId)).toHaveLength(agreed);
  });

  it('agrees with itself: states, events, obligations and times', async () => {
    const [events, obligations, ...kinds] = await Promise.all(
      [
        'event',
        'obligation',
        'ticket',
        'inquiry',
        'complaint',
        'preventive-action',
        'case-study',
        'policy',
        'notice',
        'document',
        'action-item',
        'data-request',
        'binding',
        'loan',
        'archive-import',
        'archive-export',
      ].map(rows)
    );
    const cases = new Map(kinds.flat().map((row) => [row.documentId, row]));
    const steps = new Map<string, any[]>();
    for (const event of events.sort((one, other) => one.id - other.id)) {
      if (event.action === 'breach') continue;
      steps.set(event.caseDocumentId, [...(steps.get(event.caseDocumentId) ?? []), event]);
    }
    for (const [documentId, { state, revision, number }] of cases) {
      const story = steps.get(documentId) ?? [];
      expect([number, story.length, story.at(-1)?.toState]).toEqual([number, revision, state]);
    }
    const open = obligations.filter(({ closedAt }) => closedAt === null);
    expect(open.filter(({ caseDocumentId }) => cases.get(caseDocumentId).endedAt !== null)).toEqual([]);
    const owedOn = new Set(open.map(({ caseDocumentId }) => caseDocumentId));
    expect(
      [...cases.values()]
        // A published case of the library is at rest: open to be withdrawn, and nobody owes anything. So are drafts of
        // notices, and those that wait for their time.
        .filter(({ state }) => !['published', 'draft', 'approved', 'in_force', 'filed', 'lost'].includes(state))
        .filter(({ documentId, endedAt }) => (endedAt === null) !== owedOn.has(documentId))
    ).toEqual([]);

    const outcomes = tally(obligations, 'outcome');
    expect(outcomes.kept).toBeGreaterThan(1000);
    for (const outcome of ['broken', 'renegotiated', 'void']) expect(outcomes[outcome]).toBeGreaterThanOrEqual(15);
    expect(outcomes.broken / (outcomes.broken + outcomes.kept)).toBeLessThan(0.15);
    const marked = new Set(events.filter(({ action }) => action === 'breach').map(({ input }) => input.obligation));
    const broken = obligations.filter(({ outcome }) => outcome === 'broken');
    expect(broken.filter(({ documentId }) => !marked.has(documentId))).toEqual([]);
    expect(marked.size).toBe(broken.length);
    expect(obligations.filter(({ level }) => level === 2).length).toBeGreaterThan(50);
    for (const { outcome, settledAt, dueAt } of obligations)
      if (outcome === 'kept') expect(settledAt.getTime()).toBeLessThanOrEqual(dueAt.getTime());

    const times = events.map(({ at }) => at.getTime());
    expect(times).toEqual([...times].sort((one, other) => one - other));
    expect(filled - times[0]).toBeGreaterThan(85 * DAY);
    expect(times.at(-1)).toBeLessThanOrEqual(filled);
  });

  it('leaves a few messages to go out, not 90 days of them', async () => {
    const states = tally(await rows('outbox-message'), 'state');
    expect(Object.keys(states).sort()).toEqual(['pending', 'sent']);
    expect(states.pending).toBeLessThanOrEqual(12);
  });

  it.each(['receptionist', 'specialist', 'specialist2', 'supervisor', 'engineer', 'engineer2'])(
    'gives the %s a morning’s work',
    async (name) => {
      const client = desk.client(await desk.adminToken(`${name}@demo.local`, PASSWORD));
      const { data } = (await client.get('/property-desk/desk').expect(200)).body;
      expect(data.total).toBeGreaterThanOrEqual(4);
      expect(data.total).toBeLessThanOrEqual(40);
      expect(data.overdue).toBeLessThanOrEqual(5);
    }
  );

  it('lets manager, super admin and the two residents in', async () => {
    for (const name of ['manager', 'admin']) {
      const client = desk.client(await desk.adminToken(`${name}@demo.local`, PASSWORD));
      expect((await client.get('/property-desk/tickets').expect(200)).body.data.length).toBeGreaterThan(0);
    }
    const places: string[][] = [];
    for (const name of ['resident1', 'resident2']) {
      const login = { identifier: `${name}@demo.local`, password: PASSWORD };
      const { jwt } = (await desk.request.post('/api/auth/local').send(login).expect(200)).body;
      const { data } = (await desk.client(jwt).get('/api/property-desk/tickets').expect(200)).body;
      expect(data.length).toBeGreaterThan(3);
      places.push([...new Set<string>(data.map(({ place }: { place: string }) => place))]);
    }
    expect(places[0].filter((place) => places[1].includes(place))).toEqual([]);
  });

  // The last: it takes the demo's mark away.
  it('refuses a database with communities of others, and a password that would let nobody in', async () => {
    await desk.strapi.store({ type: 'plugin', name: 'property-desk', key: 'demo' }).delete({});
    await desk.stop({ keepDatabase: true });
    const refused = await seed(database);
    expect(refused).toMatchObject({
      code: 1,
      output: expect.stringContaining('This database has communities already'),
    });
    const weak = await seed(database, { DEMO_PASSWORD: 'demo' });
    expect(weak).toMatchObject({ code: 1, output: expect.stringContaining('at least 8 characters') });
  });
});
