import { colleaguesOf } from './colleagues';

const person = (documentId: string, role: string) => ({ documentId, name: documentId, role, openWork: 1 });
const [li, wang, zhao, chen] = [
  person('li', 'engineer'),
  person('wang', 'specialist'),
  person('zhao', 'engineer'),
  person('chen', 'engineer'),
];

test('those may take over who work wherever the member works, their own trade first', () => {
  const { member, others } = colleaguesOf([[li, wang, zhao, chen], [li, wang, zhao], [chen]], 'li');
  expect(member).toBe(li);
  expect(others.map(({ documentId }) => documentId)).toEqual(['zhao', 'wang']);
});

test('a member of none of my communities is not mine to hand over', () => {
  expect(colleaguesOf([[wang]], 'li')).toEqual({ member: null, others: [] });
});
