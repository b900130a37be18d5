import type { PolicyListItem, PolicyState } from '../../../contracts';
import { byCommunity } from './groups';

const policy = (number: string, state: PolicyState, community = '阳光花园') =>
  ({
    documentId: number,
    number,
    state,
    community: { documentId: community, name: community },
    createdAt: `2026-01-0${number}`,
  }) as PolicyListItem;

test('one in force, the others by how far they are', () => {
  const [, sun] = byCommunity([
    policy('1', 'superseded'),
    policy('2', 'effective'),
    policy('3', 'draft'),
    policy('4', 'approved'),
    policy('5', 'discarded'),
    policy('6', 'draft'),
    policy('7', 'draft', '翠湖苑'),
  ]).sort((a) => (a.community.name === '阳光花园' ? 1 : -1));
  expect(sun?.effective?.number).toBe('2');
  expect(sun?.coming.map(({ number }) => number)).toEqual(['4', '6', '3']);
  expect(sun?.past.map(({ number }) => number)).toEqual(['5', '1']);
});

test('a community without one in force', () => {
  expect(byCommunity([policy('1', 'draft')])[0]?.effective).toBeNull();
  expect(byCommunity([])).toEqual([]);
});
