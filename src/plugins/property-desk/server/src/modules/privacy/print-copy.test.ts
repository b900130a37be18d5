import mammoth from 'mammoth';
import type { PersonalCopy } from '../../../../contracts';
import { renderDocument, type Block } from '../../kernel/print';
import { faults, schemaErrors, unpack } from '../../kernel/print/testing/inspect';
import { copyFileName, copyPaper } from './print-copy';

const about = { type: 'x', purpose: '统计公告送达情况', source: '业主端登录阅读时产生', retention: '公告存续期间' };
const read = (number: string, time: string) => [
  { label: '公告', value: number },
  { label: '时间', value: time },
];
const repair = (...values: string[]) =>
  ['编号', '状态', '登记时间', '位置', '报修内容'].map((label, at) => ({ label, value: values[at] }));

const copy: PersonalCopy = {
  madeAt: '2026-11-28 15:28',
  number: 'GR-20261115-0001',
  company: '阳光物业服务有限公司',
  community: '阳光花园',
  name: '胡婷婷',
  sections: [
    { ...about, title: '住户成员登记', records: [[{ label: '姓名', value: '胡婷婷' }]] },
    {
      ...about,
      title: '公告阅读记录',
      records: [read('阳光物业客〔2026〕4号', '2026-09-20 11:27'), read('阳光物业客〔2026〕5号', '2026-09-27 16:21')],
    },
    {
      ...about,
      title: '报修',
      records: [
        repair('BX-1', '已归档', '2026-09-03 13:49', '3栋2单元501', '地漏冒水'),
        repair('BX-2', '维修中', '2026-11-27 18:23', '3栋2单元501', '断电'),
      ],
    },
    // One of them says something that the other does not.
    { ...about, title: '车辆', records: [[{ label: '车牌', value: '沪A12345' }], read('沪A54321', '2026')] },
  ],
  looks: [{ what: '查看原文', count: 2, last: '2026-11-20 10:00' }],
};

/** The tables under a heading. */
const tablesUnder = (blocks: Block[], title: string) => {
  const at = blocks.findIndex((block) => block.kind === 'heading' && block.text.startsWith(title));
  const rest = blocks.slice(at + 1);
  const end = rest.findIndex(({ kind }) => kind === 'heading');
  return rest.slice(0, end).filter((block) => block.kind === 'table');
};

describe('a copy of what is held about somebody', () => {
  const { blocks } = copyPaper(copy, 'zh-Hans');

  it('says of each kind what for, whence and how long, then record by record', () => {
    const [why, record] = tablesUnder(blocks, '住户成员登记');
    expect(why).toMatchObject({
      columns: [{ title: '处理目的' }, { title: '信息来源' }, { title: '保存期限' }],
      rows: [[about.purpose, about.source, about.retention]],
    });
    expect(record).toMatchObject({ columns: [{ title: '项目' }, { title: '内容' }], rows: [['姓名', '胡婷婷']] });
  });

  it('puts what says the same few things into one table, a line each', () => {
    expect(tablesUnder(blocks, '公告阅读记录')).toMatchObject([
      {},
      {
        columns: [{ title: '序号' }, { title: '公告' }, { title: '时间' }],
        rows: [
          ['1', '阳光物业客〔2026〕4号', '2026-09-20 11:27'],
          ['2', '阳光物业客〔2026〕5号', '2026-09-27 16:21'],
        ],
      },
    ]);
  });

  it('keeps a table for each record that says much, or something else', () => {
    expect(tablesUnder(blocks, '报修')).toMatchObject([{}, { columns: [{ title: '第1条' }, {}] }, {}]);
    expect(tablesUnder(blocks, '车辆')).toHaveLength(3);
  });

  it.each(['zh-Hans', 'en'] as const)('is a whole Word file in %s', async (locale) => {
    const file = await renderDocument(copyPaper(copy, locale));
    expect(faults(await unpack(file))).toEqual([]);
    expect(await schemaErrors(file)).toEqual([]);
    const { value } = await mammoth.extractRawText({ buffer: file });
    for (const said of ['GR-20261115-0001', '胡婷婷', '地漏冒水', '沪A54321', '2026-11-20 10:00'])
      expect(value).toContain(said);
  });

  it('is named after the request', () => {
    expect(copyFileName(copy.number, 'zh-Hans')).toBe('个人信息副本-GR-20261115-0001.docx');
  });
});
