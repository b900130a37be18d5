import { checksOf, stepsOf, type CommunityFacts, type SetUp } from './steps';

const community = (more: Partial<CommunityFacts> = {}): CommunityFacts => ({
  name: '甲',
  buildings: 1,
  households: 1,
  roles: ['supervisor', 'engineer'],
  letterhead: true,
  robot: true,
  policy: true,
  ...more,
});
const setUp = (more: Partial<SetUp> = {}): SetUp => ({
  communities: [community()],
  ticket: true,
  staff: [{ name: '张', login: true, roleFits: true }],
  ticketCategories: 3,
  complaintCategories: 3,
  mail: 'on',
  sms: 'on',
  ...more,
});
const undone = (given: Partial<SetUp>) =>
  stepsOf(setUp(given))
    .filter(({ done }) => !done)
    .map(({ step }) => step);

test.each([
  ['all of it', {}, []],
  ['nothing', { communities: [] }, ['community', 'buildings', 'households', 'staff', 'policy', 'ticket']],
  ['no buildings', { communities: [community({ buildings: 0, households: 0 })] }, ['buildings', 'households']],
  ['nobody', { communities: [community({ roles: [] })] }, ['staff']],
  ['no policy', { communities: [community({ policy: false })] }, ['policy']],
  ['no repair yet', { ticket: false }, ['ticket']],
  ['a second community begins anew', { communities: [community(), community({ households: 0 })] }, ['households']],
])('first steps left with %s', (_what, given, left) => {
  expect(undone(given)).toEqual(left);
});

test.each([
  ['letterheadFacts', { communities: [community({ letterhead: false })] }, 'advice', ['甲']],
  ['supervisors', { communities: [community({ roles: ['engineer'] })] }, 'missing', ['甲']],
  ['supervisors', { communities: [community({ roles: ['manager'] })] }, 'done', []],
  ['engineers', { communities: [community({ roles: ['manager'] })] }, 'missing', ['甲']],
  ['accounts', { staff: [{ name: '张', login: false, roleFits: true }] }, 'advice', ['张']],
  ['roles', { staff: [{ name: '张', login: true, roleFits: false }] }, 'missing', ['张']],
  ['ticketCategories', { ticketCategories: 0 }, 'missing', []],
  ['complaintCategories', { complaintCategories: 0 }, 'missing', []],
  ['mail', { mail: 'files' }, 'advice', []],
  ['robots', { communities: [community({ robot: false })] }, 'advice', ['甲']],
  ['sms', { sms: 'off' }, 'advice', []],
  ['sms', {}, 'done', []],
] as const)('%s with %j is %s', (check, given, state, lacking) => {
  expect(checksOf(setUp(given as never)).find((each) => each.check === check)).toMatchObject({ state, lacking });
});
