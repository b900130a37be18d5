import type { CaseDetail, TimelineEntry } from '../../../../contracts';
import { yuanOf } from '../form/money';
import { ruleName, termInWords } from '../rule/value';
import { choiceName, fieldName, obligationName, type Words } from '../words';

/** One fact of an entry: a label and a text. */
export interface Fact {
  label: string;
  text: string;
}

const ISO = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}|$)/;
const DOCUMENT_ID = /^[a-z][a-z0-9]{23}$/;
/** Told beside the story: the community above it, the level by the promise's clock. */
const ELSEWHERE = new Set(['community', 'level']);
/** Of a record that is no case, a change is told by what it changed. */
const CHANGES = /^change(-|$)/;
const MONEY = new Set(['cost', 'laborCost', 'labourCost', 'partsCost', 'fee', 'amount', 'price', 'compensation']);

/** What stands in a list that was entered: a part, a piece of evidence, a preventive action, or a record's name. */
interface Entered {
  documentId?: string;
  name?: string;
  quantity?: number;
  price?: number;
  kind?: string;
  description?: string;
  what?: string;
  owner?: string;
  dueAt?: string;
}

/** What is told: a case, or another record that has a story. */
export type Told = Pick<CaseDetail, 'fields' | 'obligations' | 'timeline'> & { case: { type: string } };

/** Whose words an entry speaks in: `add-vehicle` of a household's story in those of vehicles. */
export const partOf = (type: string, action: string, parts: readonly string[]): string => {
  const part = /^(?:add|change|remove)-(.+)$/.exec(action)?.[1];
  return part && parts.includes(part) ? part : type;
};

/** The names of the records that a case speaks of, by documentId, gathered from wherever it shows them. */
export function namesIn(detail: Told): Map<string, string> {
  const names = new Map<string, string>();
  const look = (value: unknown): void => {
    if (Array.isArray(value)) return value.forEach(look);
    if (!value || typeof value !== 'object') return;
    const { documentId, name, number } = value as { documentId?: unknown; name?: unknown; number?: unknown };
    const text = typeof name === 'string' ? name : number;
    if (typeof documentId === 'string' && typeof text === 'string') names.set(documentId, text);
    Object.values(value).forEach(look);
  };
  look(detail.fields);
  look(detail.obligations.map(({ owner }) => owner));
  look(detail.timeline.map(({ input, changes }) => [input, changes]));
  return names;
}

/** What a value reads like; null for what says nothing to a person. */
export function textOf(
  words: Words,
  type: string,
  field: string,
  value: unknown,
  names: Map<string, string>,
  moment: (iso: string) => string
): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'boolean') return words.t(value ? 'form.yes' : 'form.no');
  if (typeof value === 'number') return MONEY.has(field) ? `¥${yuanOf(value, true)}` : String(value);
  if (typeof value === 'string') {
    if (field === 'what') return obligationName(words, value);
    if (field === 'key') return ruleName(words, value);
    if (ISO.test(value)) return moment(value);
    if (field === 'value') return termInWords(words, value) ?? value;
    if (DOCUMENT_ID.test(value)) return names.get(value) ?? null;
    // One of several is called by the word for one: of `channels`, `notice.channel.board`.
    return choiceName(words, type, field, value, `${type}.${field.replace(/s$/, '')}`);
  }
  if (Array.isArray(value)) {
    const texts = value.map((each) => textOf(words, type, field, each, names, moment)).filter(Boolean);
    return texts.length > 0 ? texts.join(words.t('form.listComma')) : null;
  }
  const record = value as Entered;
  if (typeof record.quantity === 'number') {
    const sum = yuanOf((record.price ?? 0) * record.quantity, true);
    return `${record.name ?? ''} ×${record.quantity} ¥${sum}`;
  }
  if (typeof record.description === 'string') {
    return `${words.t(`complaint.evidence.${record.kind}`)}${words.t('form.colon')}${record.description}`;
  }
  if (typeof record.what === 'string') {
    const facts = [record.owner && names.get(record.owner), record.dueAt && moment(record.dueAt)].filter(Boolean);
    const aside = facts.length > 0 ? words.t('form.aside', { text: facts.join(words.t('form.comma')) }) : '';
    return `${record.what}${aside}`;
  }
  return record.name ?? (record.documentId ? (names.get(record.documentId) ?? null) : null);
}

/** Entries by the day on which they happened, in their order. */
export function daysOf(
  entries: TimelineEntry[],
  dayKey: (iso: string) => string
): { day: string; entries: TimelineEntry[] }[] {
  const days: { day: string; entries: TimelineEntry[] }[] = [];
  for (const entry of entries) {
    const day = dayKey(entry.at);
    const last = days[days.length - 1];
    if (last?.day === day) last.entries.push(entry);
    else days.push({ day, entries: [entry] });
  }
  return days;
}

/** What was entered with an action, and what it changed, as facts in the order they were given; the community stands above the story. */
export function factsOf(
  words: Words,
  type: string,
  entry: TimelineEntry,
  names: Map<string, string>,
  moment: (iso: string) => string
): Fact[] {
  const facts: Fact[] = [];
  const { input, changes } = { input: entry.input ?? {}, changes: entry.changes ?? {} };
  const said = (field: string, value: unknown) => textOf(words, type, field, value, names, moment);
  for (const field of new Set([...Object.keys(input), ...Object.keys(changes)])) {
    if (ELSEWHERE.has(field)) continue;
    const before = said(field, changes[field]?.from);
    const after = said(field, field in input ? input[field] : changes[field]?.to);
    // What stood there before is worth a word; a value that a case merely takes on is told by the action itself.
    if (before && before !== after) {
      facts.push({
        label: fieldName(words, type, field),
        text: after
          ? words.t('story.changed', { from: before, to: after })
          : words.t('story.removed', { from: before }),
      });
    } else if (after && (field in input || CHANGES.test(entry.action)))
      facts.push({ label: fieldName(words, type, field), text: after });
  }
  return facts;
}
