import { keysOf } from './keys';

test('the word of a value stands under its prefix', () => {
  expect(keysOf('role', {}, 'engineer')).toEqual(['role.engineer']);
});

test('a prefix may depend on the row', () => {
  expect(keysOf('{caseType}.action', { caseType: 'ticket' }, 'follow-up')).toEqual(['ticket.action.follow-up']);
});

test('without a prefix the value itself is the word', () => {
  expect(keysOf('', {}, 'sent')).toEqual([]);
});

test('a type of record is known by its name', () => {
  expect(keysOf('case', {}, 'plugin::property-desk.parking-space')).toEqual(['case.parking-space']);
});
