import { bindings } from './bindings.mjs';
import { openComplaints } from './complaints-now.mjs';
import { pastComplaint, PAST_COMPLAINTS } from './complaints.mjs';
import { dataRequests } from './data-requests.mjs';
import { createDesk } from './desk.mjs';
import { documents } from './documents.mjs';
import { exchange } from './exchange.mjs';
import { furnish } from './furnish.mjs';
import { openInquiries, pastInquiry, PAST_INQUIRIES } from './inquiries.mjs';
import { loans } from './loans.mjs';
import { looks } from './looks.mjs';
import { writeReads } from './notice-reads.mjs';
import { notices } from './notices.mjs';
import { readEarlier } from './notifications.mjs';
import { leaveRecentMail } from './outbox.mjs';
import { policyInForce } from './policy.mjs';
import { pastRepair } from './past.mjs';
import { random } from './random.mjs';
import { atHour, hours, later } from './time.mjs';
import { createTimeline } from './timeline.mjs';
import { today } from './today.mjs';

/** How many days of work the demo looks back on. */
const DAYS = 90;

/** The past ends this many hours ago; what came in since is told by `today`. */
const GAP = 14;

/** What Strapi remembers of the demo. */
const marker = (strapi) => strapi.store({ type: 'plugin', name: 'property-desk', key: 'demo' });

/** Whether this database holds the whole demo, a part of it (`broken`), other people's communities, or nothing. */
export async function present(strapi) {
  const mark = await marker(strapi).get();
  if (mark) return mark.done ? 'demo' : 'broken';
  return (await strapi.documents('plugin::property-desk.community').count({})) > 0 ? 'others' : 'nothing';
}

/** Fills an empty desk with the demo. The clock's own round must be off. Answers how many of what there are. */
export async function seed(strapi, { password }) {
  const kernel = strapi.plugin('property-desk').service('kernel');
  const end = kernel.clock.now();
  await marker(strapi).set({ value: { done: false } });
  // The default policy is drafted as the community is made, which was then.
  const since = later(end, -hours(24 * (DAYS + 10)));
  kernel.clock.freeze(since);
  const world = await furnish(strapi, password, since);
  const desk = await createDesk(kernel, world);
  const timeline = createTimeline(kernel, end);
  try {
    const reads = new Map();
    plan(desk, timeline, reads);
    await timeline.play();
    await writeReads(kernel, reads, random(30));
    await leaveRecentMail(kernel);
    await readEarlier(kernel);
  } finally {
    kernel.clock.run();
  }
  await marker(strapi).set({ value: { done: true, community: world.community.documentId } });
  return figures(kernel);
}

/** Puts the beginning of every story on the timeline; `reads` fills with the notices that people read. */
function plan(desk, timeline, reads) {
  const { clock } = desk;
  policyInForce(desk, timeline, later(timeline.end, -hours(24 * (DAYS + 6))));
  const dice = random(20);
  let story = 1000;
  const own = () => random((story += 1));
  const begin = (at, play) => {
    if (at <= later(timeline.end, -hours(GAP))) timeline.add(at, play);
  };
  for (let day = -DAYS; day <= 0; day += 1) {
    for (let count = dice.whole(3, 5); count > 0; count -= 1) {
      const at = atHour(clock, timeline.end, dice.chance(0.05) ? dice.between(19, 21.5) : dice.between(8.7, 17.4), day);
      begin(at, pastRepair(desk, timeline, own()));
    }
  }
  // The two residents who log in have a story of their own with the desk.
  for (const [login, household, codes] of [
    ['resident1', '2-1-302', ['plumbing', 'doors', 'access', 'drains', 'plumbing', 'other']],
    ['resident2', '3-2-501', ['drains', 'plumbing', 'doors', 'access', 'plumbing']],
  ]) {
    codes.forEach((code, index) => {
      const at = atHour(clock, timeline.end, dice.between(9, 16), -DAYS + 4 + index * 15);
      begin(at, pastRepair(desk, timeline, own(), { login, household, code }));
    });
  }
  for (let index = 0; index < PAST_INQUIRIES; index += 1) {
    const at = atHour(clock, timeline.end, dice.between(9, 15), -DAYS + 3 + Math.round(index * 3.4));
    begin(at, pastInquiry(desk, timeline, own(), index));
  }
  today(desk, timeline, own());
  openInquiries(desk, timeline, own());
  for (let index = 0; index < PAST_COMPLAINTS; index += 1) {
    const at = atHour(clock, timeline.end, dice.between(9, 15), -DAYS + 2 + Math.round(index * 2.1));
    begin(at, pastComplaint(desk, timeline, own(), index));
  }
  openComplaints(desk, timeline, own());
  loans(desk, timeline);
  bindings(desk, timeline);
  dataRequests(desk, timeline, own());
  notices(desk, timeline, own(), (documentId, share) => reads.set(documentId, share));
  documents(desk, timeline);
  exchange(desk, timeline);
  looks(desk, timeline, random(40));
}

/** Rows by table, and by state where there is one. */
export async function figures({ strapi, rows }) {
  const grouped = async (type, column) => {
    const found = await strapi.db
      .connection(rows.table(`plugin::property-desk.${type}`).name)
      .select(column)
      .count({ n: '*' })
      .groupBy(column)
      .orderBy(column);
    return Object.fromEntries(found.map((row) => [row[column] ?? 'open', Number(row.n)]));
  };
  const count = async (type) => strapi.db.query(`plugin::property-desk.${type}`).count();
  return {
    households: await count('household'),
    residents: await count('resident'),
    vehicles: await count('vehicle'),
    keys: await count('key'),
    papers: await count('household-paper'),
    incompleteFiles: await strapi.db
      .query('plugin::property-desk.household')
      .count({ where: { incompleteSince: { $notNull: true } } }),
    staff: await count('staff-member'),
    events: await count('event'),
    tickets: await grouped('ticket', 'state'),
    inquiries: await grouped('inquiry', 'state'),
    dataRequests: await grouped('data-request', 'state'),
    consents: await count('consent'),
    complaints: await grouped('complaint', 'state'),
    notices: await grouped('notice', 'state'),
    noticeReads: await count('notice-read'),
    policies: await grouped('policy', 'state'),
    loans: await grouped('loan', 'state'),
    bindings: await grouped('binding', 'state'),
    imports: await grouped('archive-import', 'state'),
    exports: await grouped('archive-export', 'state'),
    looks: await grouped('access-log-entry', 'kind'),
    preventiveActions: await grouped('preventive-action', 'state'),
    documents: await grouped('document', 'state'),
    actionItems: await grouped('action-item', 'state'),
    caseStudies: await grouped('case-study', 'state'),
    obligations: await grouped('obligation', 'outcome'),
    messages: await grouped('outbox-message', 'state'),
  };
}
