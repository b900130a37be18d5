import fs from 'node:fs';
import mammoth from 'mammoth';
import type { DocumentListItem } from '../../../../contracts';
import { renderDocument } from '../../kernel/print';
import { faults, layOut, noOffice, schemaErrors, unpack } from '../../kernel/print/testing/inspect';
import { cover, volumeCover, volumeIndex, type CoverRecord, type VolumeRecord } from './print';

const office = noOffice();
const withOffice = office ? test.skip : test;
if (office) console.warn(`The papers of the archive are not laid out: ${office}`);

const document: DocumentListItem = {
  documentId: 'd1',
  number: 'WJ-2026-HT-0012',
  title: '阳光花园 1—6 栋电梯维护保养合同（2027 年度）',
  kind: 'contract',
  year: 2026,
  state: 'filed',
  revision: 3,
  community: { documentId: 'c1', name: '阳光花园' },
  date: '2026-11-20',
  party: '迅达电梯有限公司上海分公司',
  retention: 'years30',
  keepUntil: '2056-12-31',
  secrecy: 'internal',
  pages: 18,
  filedBy: { documentId: 's1', name: '李静' },
  paper: { at: '2026-11-20T02:00:00.000Z', lacksSince: null, never: null, place: '3 / 12 / 5' },
  electronic: { at: '2026-11-20T02:00:00.000Z', lacksSince: null, never: null },
  source: null,
  dueAt: null,
  overdue: false,
  createdAt: '2026-11-20T02:00:00.000Z',
};

const archive = {
  company: '阳光物业服务有限公司',
  community: '阳光花园',
  printedBy: '李静',
  printedAt: '2026-11-23 10:00',
};
const one: CoverRecord = { ...archive, document, filedOn: '2026-11-20', electronicOn: '2026-11-20' };

const volumeOf = (count: number): VolumeRecord => ({
  ...archive,
  year: 2026,
  kind: 'contract',
  part: 1,
  parts: 1,
  documents: Array.from({ length: count }, (_, at) => ({
    ...document,
    number: `WJ-2026-HT-${String(at + 1).padStart(4, '0')}`,
    title: at % 5 ? `第 ${at + 1} 份合同` : `${document.title}补充协议及全部附件清单（含备品备件价目表）`,
    ...(at % 7 === 3
      ? { paper: { at: null, lacksSince: '2026-11-20T02:00:00.000Z', never: null, place: null }, pages: null }
      : {}),
    ...(at % 11 === 4
      ? {
          source: {
            type: 'notice',
            documentId: 'n1',
            number: null,
            state: 'withdrawn',
            stateAt: null,
            reason: '时间有误',
          },
        }
      : {}),
  })),
});

const textOf = async (file: Buffer) => (await mammoth.extractRawText({ buffer: file })).value;

test.each([
  ['cover', cover(one)],
  ['cover in English', cover(one, 'en')],
  ['volume cover', volumeCover(volumeOf(12))],
  ['volume index', volumeIndex(volumeOf(30))],
  ['an empty index', volumeIndex(volumeOf(0))],
])('%s is a whole Word file', async (_name, spec) => {
  const file = await renderDocument(spec);
  expect(faults(await unpack(file))).toEqual([]);
  expect(await schemaErrors(file)).toEqual([]);
});

test('the cover says what the document is, where it stands, and what has become of it', async () => {
  const text = await textOf(await renderDocument(cover(one)));
  for (const said of ['WJ-2026-HT-0012', document.title, '30年', '2056-12-31', '3 / 12 / 5', '李静', '迅达'])
    expect(text).toContain(said);
  const source = { type: 'notice', documentId: 'n', number: null, state: 'withdrawn', stateAt: null, reason: '有误' };
  const gone = cover({ ...one, document: { ...document, filedBy: null, source } });
  expect(gone.remark).toContain('已撤回');
  expect(await textOf(await renderDocument(gone))).toContain('系统自动归档');
  expect(cover({ ...one, document: { ...document, state: 'disposed' } }).remark).toBe('已销毁');
});

test('the index names every document, and one of six hundred is made in a thread of its own', async () => {
  const volume = volumeOf(600);
  const text = await textOf(await renderDocument(volumeIndex(volume)));
  expect(volume.documents.filter(({ number }) => !text.includes(number))).toEqual([]);
  expect(text).toContain('待补');
});

withOffice('the covers fit on one page each', async () => {
  const files = await Promise.all([cover(one), volumeCover(volumeOf(12)), cover(one, 'en')].map(renderDocument));
  const wide = await renderDocument(volumeIndex(volumeOf(60)));
  if (process.env.PAPERS)
    [...files, wide].forEach((file, at) => fs.writeFileSync(`${process.env.PAPERS}/archive-${at}.docx`, file));
  const pages = (await layOut([...files, wide])).map((layout) => layout.pages);
  expect(pages.slice(0, 3)).toEqual([1, 1, 1]);
  expect(pages[3]).toBeLessThan(6);
});
