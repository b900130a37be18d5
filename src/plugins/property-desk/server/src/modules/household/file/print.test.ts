import mammoth from 'mammoth';
import { renderDocument } from '../../../kernel/print';
import { faults, schemaErrors, unpack } from '../../../kernel/print/testing/inspect';
import { filePaper, paperFileName, type FilePaper } from './print';

const paper: FilePaper = {
  company: '阳光物业服务有限公司',
  community: '阳光花园',
  name: '3栋2单元501',
  fileNumber: 'DA-00001',
  facts: [
    ['area', '89.5'],
    ['occupancy', '自住'],
    ['responsible', '陈专员'],
    ['paperPlace', '3号柜2层'],
  ],
  gaps: [{ code: 'titleCertificate', since: '2026-11-23' }],
  residents: [
    ['王小明', '业主', '本人', '138****5678', '110***********002X', '2020-01-01', ''],
    ['赵前主', '业主', '', '', '', '2012-01-01', '2020-01-01'],
  ],
  vehicles: [['沪A·12345', '比亚迪', '白色', 'B1-001', '2021-01-01', '']],
  parkingSpaces: [['B1-001', '购买', '地下一层', '2021-01-01', '']],
  keys: [['K-001', '水表井', '前台钥匙柜', '2', '']],
  renovations: [['ZX-2026-001', '施工中', '安居装饰', '2026-11-01', '', '']],
  papers: [['不动产权证复印件', '不动产权证', '3号柜2层', '2', '2020-01-02']],
  cases: [['报修工单', 'BX-20261123-0001', '厨房水管漏水', '已受理']],
  loans: null,
  full: false,
  printedAt: '2026-11-23 09:00',
  printedBy: '陈专员',
};

describe('the file on paper', () => {
  const text = async (more: Partial<FilePaper> = {}) => {
    const { value } = await mammoth.extractRawText({
      buffer: await renderDocument(filePaper({ ...paper, ...more }, 'zh-Hans')),
    });
    return value;
  };

  it('says what stands in it, and what it lacks since when', async () => {
    const said = await text();
    const all = [paper.residents, paper.vehicles, paper.keys, paper.renovations, paper.papers, paper.cases].flat(2);
    for (const each of [paper.fileNumber, ...all.filter(Boolean)]) expect(said).toContain(each);
    expect(said).toContain('不动产权证复印件（自2026-11-23起）');
    expect(said).not.toContain('借出记录');
    expect(await text({ loans: [['JY-1', '钥匙', '借出中', '2026-11-30']], gaps: [] })).toMatch(
      /资料齐全[^]*借出记录[^]*JY-1/
    );
  });

  it('says of an empty file that it is empty', async () => {
    const none = { residents: [], vehicles: [], parkingSpaces: [], keys: [], renovations: [], papers: [], cases: [] };
    expect((await text(none)).match(/（无）/g)).toHaveLength(7);
  });

  it.each(['zh-Hans', 'en'] as const)('is sound Word in %s', async (locale) => {
    const file = await renderDocument(filePaper({ ...paper, residents: Array(60).fill(paper.residents[0]) }, locale));
    expect(faults(await unpack(file))).toEqual([]);
    expect(await schemaErrors(file)).toEqual([]);
  });

  it('is named after its number', () => {
    expect(paperFileName({ fileNumber: 'DA-00001', name: '' }, 'zh-Hans')).toBe('住户档案-DA-00001.docx');
  });
});
