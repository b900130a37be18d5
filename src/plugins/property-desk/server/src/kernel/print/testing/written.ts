import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import type { Blocks, BlockNode } from '../../../../../contracts';
import { hostileText } from './hostile';

/** A checksum as PNG wants it. */
function crc(bytes: Buffer): number {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  }
  return (value ^ 0xffffffff) >>> 0;
}

/** A picture of one colour, as a PNG. */
export function png(width: number, height: number, colour = [90, 140, 190]): Buffer {
  const chunk = (name: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(name), data]);
    const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    check.writeUInt32BE(crc(body));
    return Buffer.concat([length, body, check]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const row = Buffer.from([0, ...Array.from({ length: width }, () => colour).flat()]);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.concat(Array.from({ length: height }, () => row)))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

export const text = (said: string, more: object = {}): BlockNode => ({ type: 'text', text: said, ...more });
export const paragraph = (...children: (string | BlockNode)[]): BlockNode => ({
  type: 'paragraph',
  children: children.map((one) => (typeof one === 'string' ? text(one) : one)),
});
export const heading = (level: number, said: string): BlockNode => ({ type: 'heading', level, children: [text(said)] });
export const list = (format: 'ordered' | 'unordered', ...items: (string | BlockNode)[]): BlockNode => ({
  type: 'list',
  format,
  children: items.map((one) => (typeof one === 'string' ? { type: 'list-item', children: [text(one)] } : one)),
});
export const picture = (
  url: string,
  caption: string | null = null,
  alternativeText: string | null = null
): BlockNode => ({
  type: 'image',
  image: { url, caption, alternativeText, name: 'picture.png' },
  children: [text('')],
});

/** A text with one of everything that the editor can write. */
export const everyBlock: Blocks = [
  paragraph('各位业主：'),
  paragraph(
    '因市政管网检修，我小区将',
    text('临时停水', { bold: true }),
    '，请',
    text('提前储水', { underline: true }),
    '。原定时间',
    text('11月24日', { strikethrough: true }),
    '改为',
    text('11月25日', { italic: true }),
    '，查询码',
    text('WATER-25', { code: true }),
    '。'
  ),
  heading(1, '一、停水范围'),
  list(
    'ordered',
    '一至三号楼，高区与低区同时停水，恢复供水后请先放水数分钟，待水清后再使用',
    '四号楼',
    list('ordered', '低区', '高区', list('ordered', '顶层')),
    '会所'
  ),
  heading(2, '（一）注意事项'),
  list('unordered', '请关闭水龙头', list('unordered', '包括洗衣机进水阀'), '热水器断电'),
  heading(3, '1. 咨询方式'),
  paragraph(
    '详见',
    {
      type: 'link',
      url: 'https://water.example.org/notices/2026/11/25/pipe-repair?area=east',
      children: [text('供水公司公告')],
    },
    '，或致电客服中心。'
  ),
  paragraph({ type: 'link', url: 'https://property.example.org/', children: [text('property.example.org')] }),
  heading(4, '（1）供水公司的说明'),
  { type: 'quote', children: [text('检修期间请勿开启水龙头，恢复供水后水质可能短时浑浊，属正常现象。')] },
  heading(5, '五级标题'),
  heading(6, '六级标题'),
  { type: 'code', language: 'plaintext', children: [text('08:00  停水\n12:00  恢复供水')] },
  picture('/uploads/map.png', '图1 停水区域示意图', '停水区域'),
  picture('/uploads/gone.png', null, '已删除的图片'),
  {
    type: 'table',
    children: [{ type: 'row', children: [{ type: 'cell', children: [text('不认识的节点也要印出来')] }] }],
  },
  paragraph('特此通知。'),
];

const node = fc.letrec<{ inline: BlockNode; block: BlockNode }>((tie) => ({
  inline: fc.oneof(
    { depthSize: 'small' },
    hostileText.map((said) => text(said, { bold: said.length % 2 === 0, code: said.length % 3 === 0 })),
    fc.record({
      type: fc.constantFrom('link', 'mention'),
      url: fc.webUrl(),
      children: fc.array(tie('inline'), { maxLength: 2 }),
    })
  ),
  block: fc.oneof(
    { depthSize: 'small' },
    fc.record({
      type: fc.constantFrom('paragraph', 'quote', 'code', 'heading', 'widget', 'list-item'),
      level: fc.integer({ min: -2, max: 9 }),
      children: fc.array(tie('inline'), { maxLength: 3 }),
    }),
    fc.record({
      type: fc.constantFrom('list', 'columns'),
      format: fc.constantFrom('ordered', 'unordered', 'odd'),
      children: fc.array(tie('block'), { maxLength: 3 }),
    })
  ),
}));

/** Texts that no editor of ours wrote: deep, hostile, of kinds unknown. */
export const hostileBlocks = fc.array(node.block, { minLength: 1, maxLength: 6 });

/** Every text that stands in a value, links' addresses left out. */
export const textsOf = (value: unknown): string[] =>
  Array.isArray(value)
    ? value.flatMap(textsOf)
    : value && typeof value === 'object'
      ? Object.entries(value).flatMap(([key, one]) =>
          key === 'text' && typeof one === 'string' ? [one] : key === 'children' ? textsOf(one) : []
        )
      : [];
