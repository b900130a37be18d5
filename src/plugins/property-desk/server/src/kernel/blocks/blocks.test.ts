import { readBlocks } from './blocks';

const said = (text: string) => ({ type: 'text', text });
const line = (...children: unknown[]) => ({ type: 'paragraph', children });
const picture = { type: 'image', image: { hash: 'a' }, children: [] };
const code = { type: 'code', children: [said('x')] };

it.each([
  ['a paragraph', [line(said('停水'))], {}, undefined],
  ['a picture', [picture], {}, undefined],
  ['code', [code], {}, undefined],
  ['an empty text', [line(said(''))], {}, undefined],
  ['a picture among words only', [line(said('停水')), picture], { wordsOnly: true }, 'wordsOnly'],
  ['code among words only', [code], { wordsOnly: true }, 'wordsOnly'],
  ['an empty text where something has to be said', [line(said(' '))], { wordsOnly: true }, 'blank'],
  ['as much as may be', [line(said('停水通知'))], { most: 4 }, undefined],
  ['more than may be', [line(said('停水通知!'))], { most: 4 }, 'tooLong'],
  ['a script for a link', [line({ type: 'link', url: 'javascript:1', children: [said('x')] })], {}, 'link'],
  ['a node that nobody knows', [{ type: 'table', children: [] }], {}, 'shape'],
  ['half a character', [line(said('\ud83d'))], {}, 'unstorable'],
  ['no list of nodes', 'text', {}, 'shape'],
])('of %s says what is wrong with it', (_what, value, limits, fault) => {
  const read = readBlocks(value, limits);
  expect('fault' in read ? read.fault : undefined).toBe(fault);
});
