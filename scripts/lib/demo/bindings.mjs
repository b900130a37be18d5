import { hours, later } from './time.mjs';

const DAY = hours(24);

/**
 * Who asks on the website: the home they name and how they write it, as whom, how long ago in days, and what becomes of
 * it. `name` and `telephone` are those of the archive where they are left out.
 */
const CLAIMS = [
  { home: '1-1-301', room: '1栋1单元301', kind: 'owner', ago: 20, course: 'approved' },
  { home: '1-2-602', room: '1-2-602', kind: 'owner', ago: 14, course: 'approved' },
  { home: '2-1-801', room: '二号楼一单元801室', kind: 'owner', ago: 11, course: 'unbound' },
  {
    home: '2-2-502',
    room: '2栋2单元502',
    kind: 'family',
    ago: 9,
    course: 'entered',
    name: '顾晓雯',
    telephone: '13800009311',
  },
  {
    home: '3-1-402',
    room: '3-1-402',
    kind: 'tenant',
    ago: 6,
    course: 'rejected',
    name: '田野',
    telephone: '13800009327',
  },
  { home: '3-2-701', room: '3-2-701', kind: 'owner', ago: 4, course: 'cancelled' },
  { home: '1-2-901', room: '1栋2单元901', kind: 'owner', ago: 0.45, course: 'pending' },
  { home: '2-2-1002', room: '2-2-1002', kind: 'owner', ago: 0.4, course: 'pending', telephone: '13800009334' },
  {
    home: '3-1-601',
    room: '8栋1单元601',
    kind: 'tenant',
    ago: 0.3,
    course: 'pending',
    name: '方圆',
    telephone: '13800009341',
  },
];

/** Puts requests to be tied to a household on the timeline, in every state; some wait at the desk. */
export const bindings = (desk, timeline) => {
  for (const [index, claim] of CLAIMS.entries())
    timeline.add(later(timeline.end, -claim.ago * DAY), ask(desk, claim, `claim${index + 1}@demo.local`));
};

async function* ask(desk, { home, room, kind, course, ...said }, who) {
  const { binding, now, world, residentFor } = desk;
  const owner = await residentFor(home);
  const { residents } = world.households.find(({ key }) => key === home);
  const [known] = residents;
  await desk.account(who);
  const { documentId } = await binding(who, 'request', {
    community: world.community.documentId,
    room,
    kind,
    name: said.name ?? known.name,
    telephone: said.telephone ?? known.telephone,
  });
  if (course === 'pending') return;
  yield later(now(), hours(2.5));
  if (course === 'cancelled') return void (await binding(who, 'cancel', {}, documentId));
  if (course === 'rejected')
    return void (await binding('specialist', 'reject', { rejection: 'unverified' }, documentId));
  const household = world.households.find(({ key }) => key === home).documentId;
  const whom = course === 'entered' ? { household, kind } : { resident: owner.documentId };
  await binding('specialist', 'approve', whom, documentId);
  if (course !== 'unbound') return;
  yield later(now(), hours(50));
  await binding('supervisor', 'unbind', { reason: '业主来电，账号交由家人另行申请' }, documentId);
}
