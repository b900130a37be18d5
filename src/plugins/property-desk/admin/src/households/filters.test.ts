import { addressOf, filtersIn, isNarrowed, narrowedBy, type HouseholdFilter } from './filters';

describe('what the list of files is narrowed to', () => {
  it.each<[string, HouseholdFilter]>([
    ['', {}],
    ['community=abc&incomplete=true', { community: 'abc', incomplete: 'true' }],
    ['occupancy=rented_out&responsible=p1', { occupancy: 'rented_out', responsible: 'p1' }],
    ['occupancy=let&incomplete=maybe&community=%00&zz=1', {}],
  ])('reads %j', (address, filter) => {
    expect(filtersIn(new URLSearchParams(address))).toEqual(filter);
    expect(isNarrowed(filter)).toBe(Object.keys(filter).length > 0);
  });

  it('comes back out of its own address', () => {
    const filter = { community: 'abc', building: 'b1', incomplete: 'false' as const };
    expect(filtersIn(addressOf(filter))).toEqual(filter);
    expect(addressOf({}).toString()).toBe('');
  });

  it('forgets building and person with their community', () => {
    const filter = { community: 'abc', building: 'b1', responsible: 'p1', incomplete: 'true' as const };
    expect(narrowedBy(filter, 'community', 'xyz')).toEqual({ community: 'xyz', incomplete: 'true' });
    expect(narrowedBy(filter, 'building', null)).toEqual({ ...filter, building: undefined });
  });
});
