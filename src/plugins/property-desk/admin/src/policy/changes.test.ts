import type { PolicyComparison } from '../../../contracts';
import { countsOf, runsOf } from './changes';

const said = (before: string, after: string) =>
  runsOf(before, after, 'zh-Hans').map(({ text, mark }) => `${{ same: '=', added: '+', removed: '-' }[mark]}${text}`);

test('marks changed words, not whole sentences', () => {
  expect(said('完工后24小时内电话回访。', '完工后12小时内电话回访。')).toEqual([
    '=完工后',
    '-24',
    '+12',
    '=小时内电话回访。',
  ]);
});

test.each([
  ['', '', []],
  ['一', '一', ['=一']],
  ['', '新增', ['+新增']],
  ['删去', '', ['-删去']],
])('%j to %j', (before, after, runs) => {
  expect(said(before, after)).toEqual(runs);
});

test('loses nothing: the runs give both texts back', () => {
  const [before, after] = ['第九条 报修处理\n受理、派单。', '第九条 报修\n受理，登记，派单。\n回访。'];
  const runs = runsOf(before, after, 'zh-Hans');
  const without = (mark: string) =>
    runs
      .filter((run) => run.mark !== mark)
      .map(({ text }) => text)
      .join('');
  expect([without('added'), without('removed')]).toEqual([before, after]);
});

test('gives up on texts that have nothing in common', () => {
  const [before, after] = ['甲。'.repeat(3000), '乙，'.repeat(3000)];
  expect(runsOf(before, after, 'zh-Hans').map(({ mark }) => mark)).toEqual(['removed', 'added']);
});

test('counts what changed', () => {
  const comparison: PolicyComparison = {
    from: null,
    to: { documentId: 'b', name: 'ZD-2026-0002' },
    articles: [
      { number: 1, change: 'same', before: '一', after: '一' },
      { number: 2, change: 'changed', before: '二', after: '两' },
      { number: 3, change: 'added', before: null, after: '三' },
    ],
    rules: [{ key: 'a', change: 'added', before: null, after: 1 }],
  };
  expect(countsOf(comparison)).toEqual({ articles: 2, rules: 1 });
});
