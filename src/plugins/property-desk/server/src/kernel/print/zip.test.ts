import { buffer } from 'node:stream/consumers';
import { once } from 'node:events';
import JSZip from 'jszip';
import { fileName, zip, type ZipEntry } from '.';

const at = new Date('2026-11-23T07:37:00Z');
const entry = (name: string, text = name): ZipEntry => ({ name, render: async () => Buffer.from(text) });

test('Chinese names and contents come out as they went in', async () => {
  const packed = await JSZip.loadAsync(
    await buffer(zip([entry('维修工单-BX-20261123-0001.docx', '一'), entry('鷗外😀.docx', '二')], at))
  );
  expect(Object.keys(packed.files)).toEqual(['维修工单-BX-20261123-0001.docx', '鷗外😀.docx']);
  expect(await packed.file('鷗外😀.docx')!.async('string')).toBe('二');
});

test('a name that occurs again is numbered', async () => {
  const packed = await JSZip.loadAsync(
    await buffer(
      zip(
        ['a.docx', 'a.docx', 'a.docx', 'b', 'b'].map((name) => entry(name)),
        at
      )
    )
  );
  expect(Object.keys(packed.files)).toEqual(['a.docx', 'a (2).docx', 'a (3).docx', 'b', 'b (2)']);
});

test.each([
  ['../../etc/passwd', '_.._etc_passwd'],
  ['C:\\工单?.docx', 'C__工单_.docx'],
  ['a\u202excod.docx', 'a_xcod.docx'],
  ['', '_'],
])('%j is kept as %j', (name, kept) => expect(fileName(name)).toBe(kept));

test('a file is made only when the one before it was taken', async () => {
  let made = 0;
  const big = Buffer.alloc(256 * 1024, 1);
  const entries = Array.from({ length: 50 }, (_, index) => ({
    name: `${index}`,
    render: async () => {
      made += 1;
      return big;
    },
  }));
  const stream = zip(entries, at);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(made).toBeLessThan(3);
  expect(Object.keys((await JSZip.loadAsync(await buffer(stream))).files)).toHaveLength(50);
  expect(made).toBe(50);
});

test('a file that cannot be made breaks the stream off', async () => {
  const broken = { name: 'x', render: () => Promise.reject(new Error('no paper')) };
  await expect(buffer(zip([entry('a'), broken], at))).rejects.toThrow('no paper');
});

test('a reader that goes away stops the work', async () => {
  let made = 0;
  async function* endless() {
    for (;;) yield { name: `${(made += 1)}`, render: async () => Buffer.alloc(64 * 1024) };
  }
  const stream = zip(endless(), at);
  await once(stream, 'readable');
  stream.destroy();
  await once(stream, 'close');
  await new Promise((resolve) => setTimeout(resolve, 20));
  const then = made;
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(made).toBe(then);
});
