import { answering, inForce, listen, register } from './shortcuts';

const shortcut = (word: string, ...keys: string[]) => ({ word, keys, run: () => undefined });

test('whoever came last answers first, and only to their own keys', () => {
  const list = { title: 'list', shortcuts: [shortcut('down', 'j', 'ArrowDown'), shortcut('search', '/')] };
  const box = { title: 'box', shortcuts: [shortcut('box', '/')] };
  const answer = (key: string) => answering([list, box], key).map(({ word }) => word);
  expect(answer('/')).toEqual(['box', 'search']);
  expect(answer('ArrowDown')).toEqual(['down']);
  expect(answer('k')).toEqual([]);
});

test('keys are in force as long as their part of the page stands, and every change is told', () => {
  const told = jest.fn();
  const end = listen(told);
  const group = { title: 'list', shortcuts: [shortcut('down', 'j')] };
  const drop = register(group);
  expect(inForce()).toContain(group);
  drop();
  expect(inForce()).not.toContain(group);
  expect(told).toHaveBeenCalledTimes(2);
  end();
  register(group)();
  expect(told).toHaveBeenCalledTimes(2);
});
