import en from '../translations/en.json';
import zhHans from '../translations/zh-Hans.json';
import { allColumns, filterNames, LISTS, withinCommunity } from './lists';

test('every list can be told apart, and names no filter, column or view twice', () => {
  expect(new Set(LISTS.map(({ plural }) => plural)).size).toBe(LISTS.length);
  for (const list of LISTS) {
    for (const names of [list.filters.map(({ name }) => name), allColumns(list), list.views.map(({ name }) => name)])
      expect(new Set<string>(names).size).toBe(names.length);
  }
});

test('the views that come with a list ask for what it knows, and have their names in both languages', () => {
  for (const list of LISTS)
    for (const { name, query } of list.views) {
      for (const [filter, value] of new URLSearchParams(query)) {
        expect(filterNames(list)).toContain(filter);
        const fixed = list.filters.find((each) => each.name === filter);
        if (fixed && 'values' in fixed) for (const each of value.split(',')) expect(fixed.values).toContain(each);
      }
      for (const words of [en, zhHans]) expect(words).toHaveProperty([`view.${list.plural}.${name}`]);
    }
});

test('another community lets go of its people and buildings', () => {
  const tickets = LISTS.find(({ plural }) => plural === 'tickets')!;
  expect(withinCommunity(tickets)).toEqual(['assignee', 'building']);
});
