import { termsIn, wanted } from '../../kernel/text/terms';
import { searchTextOf, tagTerm, termsOf } from './terms';

describe('what a text is found by', () => {
  it.each([
    ['漏水', ['漏', '漏水', '水']],
    ['漏', ['漏']],
    ['漏水，维修', ['漏', '漏水', '水', '维', '维修', '修']],
    ['PVC管', ['pvc', '管']],
    ['ＰＶＣ　Pipe 2号', ['pvc', 'pipe', '2', '号']],
    ['a-b_c', ['a', 'b', 'c']],
    ['𠮷野家', ['𠮷', '𠮷野', '野', '野家', '家']],
    ['。！ ', []],
    ['', []],
  ])('%s', (text, terms) => {
    expect(termsIn(text)).toEqual(terms);
  });

  it('counts title and tags more than texts', () => {
    const hits = termsOf({ title: '漏水', tags: ['防水'], facts: '漏水漏水', lesson: null });
    expect([hits.get('漏水'), hits.get('防水'), hits.get(tagTerm('防水'))]).toEqual([5, 3, 1]);
    expect(searchTextOf({ title: 'ＡＢ', tags: ['甲'], facts: 'C' })).toMatch(/^ab\n甲\nc/);
  });
});

describe('what somebody looks for', () => {
  it.each([
    ['漏水', ['漏水'], []],
    ['水', ['水'], []],
    ['漏水 电梯', ['漏水', '电梯'], []],
    ['卫生间', ['卫生', '生间'], ['卫生间']],
    ['PVC管', ['pvc', '管'], ['pvc管']],
    ['c++', ['c'], ['c++']],
    ['100%', ['100'], ['100%']],
    [' 漏水　漏水 ', ['漏水'], []],
    ['。。', [], []],
  ])('%s', (query, terms, words) => {
    expect(wanted(query)).toEqual({ terms, words });
  });
});
