import { managerList, ofCommunities, type Evidence } from '../../kernel/evidence';
import { activeStaff, POST_UID, postsSetUp, STAFF_UID } from './queries';

/** Posts, which all communities share, and who holds one: the organisation of article 4 as data. */
export const STAFF_EVIDENCE: Evidence[] = [
  {
    key: 'posts',
    article: 4,
    count: (kernel, { to }) => postsSetUp(kernel, to),
    list: (_kernel, { to }) => managerList(POST_UID, [[['createdAt'], '$lt', to.toISOString()]]),
  },
  {
    key: 'staff',
    article: 4,
    count: (kernel, { communities, to }) => activeStaff(kernel, communities, to),
    list: (_kernel, scope) =>
      managerList(STAFF_UID, [
        ofCommunities(scope, ['communities']),
        [['active'], '$eq', 'true'],
        [['createdAt'], '$lt', scope.to.toISOString()],
      ]),
  },
];
