import fc from 'fast-check';
import mammoth from 'mammoth';
import { LOCALES, WORDS, type Locale } from '../../../../contracts';
import { renderDocument, type DocumentSpec } from '../../kernel/print';
import { bare, hostileText } from '../../kernel/print/testing/hostile';
import { faults, layOut, noOffice, schemaErrors, unpack } from '../../kernel/print/testing/inspect';
import { ledger, ledgerFileName, totals } from './print-ledger';
import { letter, letterFileName } from './print-letter';
import type { LedgerLine, LetterRecord, WriteUpRecord } from './print-record';
import { writeUp, writeUpFileName } from './print-write-up';
import {
  freshCase,
  fullCase,
  ledgerLine,
  letters,
  monthOf,
  praiseCase,
  resolvedLetter,
  worstCase,
} from './testing/papers';

const linesOf = async (spec: DocumentSpec) =>
  (await mammoth.extractRawText({ buffer: await renderDocument(spec) })).value.split('\n').filter(Boolean);
const textOf = async (spec: DocumentSpec) => bare((await linesOf(spec)).join(''));

const office = noOffice();
if (office) console.warn(`Skipping the layout of pages: ${office}`);
const withOffice = office ? test.skip : test;

/** Every text of a record, numbers and codes left out. */
const textsIn = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : value && typeof value === 'object' ? Object.values(value).flatMap(textsIn) : [];

describe('the write-up', () => {
  test.each([
    ['full', fullCase],
    ['worst', worstCase],
  ])('holds all that the %s record holds, nothing cut', async (_, record) => {
    const text = await textOf(writeUp(record));
    const { kind, severity, followUp, promises, prevention, evidence, noTaskForceReason, officeTelephone, ...plain } =
      record;
    const texts = textsIn([
      plain,
      followUp.words,
      evidence.map(({ description }) => description),
      promises.map(({ outcome: _outcome, ...rest }) => rest),
      prevention.map(({ state: _state, ...rest }) => rest),
    ]);
    for (const each of texts) expect(text).toContain(bare(each));
    expect(text).not.toContain('…');
    for (const word of ['投诉', '紧急', '满意', '4分', '人民币1,280.00元', '整改中']) expect(text).toContain(word);
  });

  test('says in order what the article asks for, and ends with signatures', async () => {
    const lines = await linesOf(writeUp(fullCase));
    const at = [
      '一、基本情况',
      '二、事情经过',
      '三、原因分析',
      '四、处理措施',
      '五、处理结果',
      '六、经验教训',
      '七、整改预防',
      '八、时限履行',
      '经办人（签字）：',
      '客服主管（签字）：',
      '项目经理（签字）：',
    ].map((line) => lines.indexOf(line));
    expect(at).not.toContain(-1);
    expect(at).toEqual([...at].sort((one, other) => one - other));
    expect(lines).toContain('按时4项，逾期1项。');
    for (const line of ['一小时内介入（督办）', '进行中']) expect(lines).toContain(line);
  });

  test('says what is missing, and names nobody who is anonymous', async () => {
    const lines = await linesOf(writeUp(freshCase));
    expect(lines).toContain('匿名');
    expect(lines.filter((line) => line === '（尚未填写）')).toHaveLength(5);
    expect(lines).toContain('（未列整改措施）');
  });

  test('of praise asks for no cause and no lesson', async () => {
    const lines = await linesOf(writeUp(praiseCase));
    for (const line of ['表扬记录', '赵师傅', '答复：已转告赵师傅，记入员工表现档案。']) expect(lines).toContain(line);
    for (const word of ['原因分析', '经验教训', '整改预防']) expect(lines.join()).not.toContain(word);
  });
});

describe('the letter', () => {
  test.each(Object.entries(letters))('%s: every word is there', async (_, record) => {
    const text = await textOf(letter(record));
    const { kind, outcome, content, place, demands, ...plain } = record;
    const { kind: ending, ...told } = outcome;
    for (const each of textsIn([plain, told, kind === 'praise' ? [] : [content, place, demands]]))
      expect([ending, text]).toEqual([ending, expect.stringContaining(bare(each))]);
    expect(text).not.toContain('…');
    expect(text).not.toMatch(/null|undefined/);
  });

  test('goes from what was said to whom to call', async () => {
    const lines = await linesOf(letter(resolvedLetter));
    expect(lines.slice(0, 4)).toEqual([
      '编号：TS-20261123-0001',
      '投诉回复函',
      '尊敬的陈建国先生/女士：',
      '您于2026年11月23日反映的有关三号楼北侧消防通道的问题收悉。感谢您对我们工作的监督。现将办理情况函复如下：',
    ]);
    expect(lines.filter((line) => /^[一二三四五]、/.test(line))).toEqual([
      '一、您反映的问题',
      '二、处理结果',
      '三、处理措施',
    ]);
    expect(lines).toContain('经与您协商，补偿人民币1,280.00元。');
    expect(lines.slice(-5)).toEqual([
      '如有疑问或不同意见，请致电021-5555 0100。',
      '特此函复。',
      '上海晨光物业服务有限公司',
      '阳光花园客户服务中心',
      '2026年11月25日',
    ]);
  });

  test('bears the company’s name in its head', async () => {
    const parts = await unpack(await renderDocument(letter(resolvedLetter)));
    const heads = [...parts].filter(([path]) => /^word\/header\d+\.xml$/.test(path)).map(([, xml]) => xml);
    expect(heads.join().replace(/<[^>]+>/g, '')).toBe('上海晨光物业服务有限公司');
  });
});

describe('the ledger', () => {
  test('has a line for each, with its promises kept and broken', async () => {
    const lines = await linesOf(ledger(monthOf(12)));
    expect(lines[0]).toBe('阳光花园投诉台账（2026年11月）');
    // A break inside a cell is none to mammoth.
    for (const line of ['TS-20261101-0001', '11-01 14:58', '陈**', '匿名']) expect(lines).toContain(line);
    for (const line of ['应 11-24 14:58实 11-23 18:05按时', '应 11-23 16:06实 11-23 15:40逾期', '应 11-25 15:00进行中'])
      expect(lines).toContain(line);
    expect(lines.filter((line) => /^TS-\d{8}-\d{4}$/.test(line))).toHaveLength(12);
  });

  test('shortens what is long and says so', async () => {
    const line = { ...ledgerLine(1), content: '长'.repeat(500), result: '久'.repeat(500) };
    const text = (await linesOf(ledger({ ...monthOf(0), lines: [line] }))).join('\n');
    expect(text).toContain(`${'长'.repeat(59)}…`);
    expect(text).toContain(`${'久'.repeat(39)}…`);
  });

  test('adds up kinds, severities, promises and satisfaction', () => {
    const line = (more: Partial<LedgerLine>): LedgerLine => ({ ...ledgerLine(0), satisfaction: null, ...more });
    const promise = (outcome: 'kept' | 'broken' | 'void' | null) => ({ dueAt: '', settledAt: null, outcome });
    const lines = [
      line({ kind: 'complaint', severity: 'urgent', intervention: promise('broken'), satisfaction: 'unsatisfied' }),
      line({ kind: 'complaint', severity: 'major', intervention: promise('kept'), satisfaction: 'satisfied' }),
      line({ kind: 'complaint', severity: null, intervention: null, resolution: null, firstReply: promise(null) }),
      line({ kind: 'praise', severity: null, resolution: null, firstReply: promise('void') }),
    ];
    expect(totals(lines, 'zh-Hans')).toBe(
      '合计 4 件：投诉 3、建议 0、表扬 1。等级：一般 0、重大 1、紧急 1、未定级 1。\n' +
        '时限：首次回复按时 2、逾期 0、进行中 1；一小时介入按时 1、逾期 1、进行中 0；办结按时 0、逾期 0、进行中 2。' +
        '回访：满意 1、不满意 1、未联系上 0。'
    );
  });

  test('of an empty month is a head and a sum of nothing', async () => {
    const file = await renderDocument(ledger(monthOf(0)));
    expect(await schemaErrors(file)).toEqual([]);
    expect((await linesOf(ledger(monthOf(0)))).join()).toContain('合计 0 件');
  });

  test('of two thousand is made, and of one more is not', async () => {
    const lines = await linesOf(ledger(monthOf(2000)));
    expect(lines.filter((line) => /^TS-\d{8}-\d{4}$/.test(line))).toHaveLength(2000);
    await expect(renderDocument(ledger(monthOf(2001)))).rejects.toThrow('2000');
  }, 60_000);
});

const papers: Record<string, DocumentSpec> = {
  'a full case': writeUp(fullCase),
  'a fresh case': writeUp(freshCase),
  'the worst case': writeUp(worstCase),
  praise: writeUp(praiseCase),
  'a letter': letter(resolvedLetter),
  'a long letter': letter(letters['longer than a page']),
  'a month': ledger(monthOf(30)),
};

test.each(Object.entries(papers))('%s is sound Word', async (_, spec) => {
  const file = await renderDocument(spec);
  expect(faults(await unpack(file))).toEqual([]);
  expect(await schemaErrors(file)).toEqual([]);
});

test('every word exists in both languages', () => {
  for (const locale of LOCALES) {
    const specs = [
      ...[fullCase, freshCase, worstCase, praiseCase, { ...freshCase, kind: 'suggestion' as const }].map((record) =>
        writeUp(record, locale)
      ),
      ...Object.values(letters).map((record) => letter(record, locale)),
      ledger(monthOf(10), locale),
    ];
    expect(JSON.stringify(specs)).not.toMatch(/(print|ticket|outcome|complaint|preventive-action)\.\w/);
  }
  const own = (locale: Locale) => Object.keys(WORDS[locale]).filter((key) => key.startsWith('print.complaint'));
  expect(own('zh-Hans')).toEqual(own('en'));
});

test('files are named after what they are', () => {
  expect(writeUpFileName('TS-20261123-0001')).toBe('投诉案例-TS-20261123-0001.docx');
  expect(letterFileName('TS-20261123-0001', 'en')).toBe('complaint-reply-TS-20261123-0001.docx');
  expect(ledgerFileName('阳光/花园', '2026-11')).toBe('投诉台账-阳光_花园-2026-11.docx');
});

/** The record with every text in it replaced by a hostile one, and those texts. */
const poisoned = <R extends object>(record: R, texts: string[], keep: string[]): R => {
  let next = 0;
  const poison = (value: unknown, key: string): unknown => {
    if (typeof value === 'string') return keep.includes(key) ? value : texts[(next += 1) % texts.length];
    if (Array.isArray(value)) return value.slice(0, 5).map((each) => poison(each, key));
    if (value && typeof value === 'object')
      return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, poison(each, name)]));
    return value;
  };
  return poison(record, '') as R;
};
const CODES = ['kind', 'severity', 'outcome', 'state', 'satisfaction', 'month'];

test('no record breaks a paper, and no text of a case or a letter is lost', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(hostileText, { minLength: 30, maxLength: 40 }), async (texts) => {
      const record: WriteUpRecord = poisoned({ ...fullCase, state: 'x' }, texts, CODES);
      const to: LetterRecord = poisoned(resolvedLetter, texts, CODES);
      const month = poisoned(monthOf(5), texts, CODES);
      for (const spec of [writeUp(record), letter(to), ledger(month)]) {
        const file = await renderDocument(spec);
        expect(faults(await unpack(file))).toEqual([]);
        expect(await schemaErrors(file)).toEqual([]);
      }
      const [paper, sent] = [await textOf(writeUp(record)), await textOf(letter(to))];
      for (const each of [record.content, record.rootCause, record.lessons, ...record.course.map(({ text }) => text)])
        expect(paper).toContain(bare(each as string));
      for (const each of [to.content, to.demands, (to.outcome as { result: string }).result])
        expect(sent).toContain(bare(each as string));
    }),
    { numRuns: 6, endOnFailure: true }
  );
}, 120_000);

withOffice(
  'a case is set in 22 lines of 28 characters, and a month lies down with its head on every page',
  async () => {
    const plain = { ...fullCase, evidence: [], severityReason: null, demands: null, content: '物'.repeat(28 * 60) };
    const [page, long, month, sheet] = await layOut(
      await Promise.all(
        [writeUp(plain), writeUp(worstCase), ledger(monthOf(60)), letter(resolvedLetter)].map(renderDocument)
      )
    );
    const full = page.lines[1].filter((line) => /^物+$/.test(line));
    expect([full.length, ...new Set(full.map((line) => line.length))]).toEqual([22, 28]);

    expect(long.pages).toBeGreaterThan(10);
    // The rows of the hundred entries stand under a head of their own on each page that they take.
    const heads = long.lines.filter((lines) => lines.some((line) => /^时间\s+事项\s+办理人\s+内容$/.test(line)));
    expect(heads.length).toBeGreaterThan(3);
    expect(long.lines.flat().join('')).toContain('结束');
    for (const { left, right } of long.words) {
      expect(left).toBeGreaterThan(27);
      // A mark at the end of a line may hang out by its own width.
      expect(right).toBeLessThan(184 + 6);
    }

    expect([Math.round(month.width), Math.round(month.height)]).toEqual([297, 210]);
    expect(month.pages).toBeGreaterThan(3);
    for (const lines of month.lines.slice(0, month.pages)) expect(lines.join(' ')).toMatch(/投诉人.*经办人.*满意度/);
    // A row that broke would show its number on one page and its state on the next.
    for (let at = 1; at <= month.pages; at += 1) {
      const own = month.words.filter(({ page: on }) => on === at).map(({ text }) => text);
      expect(own.filter((text) => text === 'TS-').length).toBe(
        own.filter((text) => /^(已归档|处理中)$/.test(text)).length
      );
    }
    for (const { left, right, bottom } of month.words) {
      expect(left).toBeGreaterThan(11);
      expect(right).toBeLessThan(286);
      expect(bottom).toBeLessThan(205);
    }
    expect(sheet.pages).toBeLessThanOrEqual(2);
  },
  120_000
);
