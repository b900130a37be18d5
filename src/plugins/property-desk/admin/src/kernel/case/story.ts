import type { CaseDetail, TimelineEntry } from '../../../../contracts';
import { yuanOf } from '../form/money';
import { choiceName, fieldName, type Words } from '../words';

/** One fact of an entry: a label and a text. */
export interface Fact {
  label: string;
  text: string;
}

const ISO = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;
const DOCUMENT_ID = /^[a-z][a-z0-9]{23}$/;
const MONEY = new Set(['cost', 'laborCost', 'labourCost', 'partsCost', 'fee', 'amount', 'price']);

/** The names of the records that a case speaks of, by documentId, gathered from wherever it shows them. */
export function namesIn(detail: CaseDetail): Map<string, string> {
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
    if (ISO.test(value)) return moment(value);
    if (DOCUMENT_ID.test(value)) return names.get(value) ?? null;
    return choiceName(words, type, field, value);
  }
  if (Array.isArray(value)) {
    const texts = value.map((each) => textOf(words, type, field, each, names, moment)).filter(Boolean);
    return texts.length > 0 ? texts.join(words.t('form.listComma')) : null;
  }
  const record = value as { documentId?: string; name?: string; quantity?: number; price?: number };
  if (typeof record.quantity === 'number') {
    const sum = yuanOf((record.price ?? 0) * record.quantity, true);
    return `${record.name ?? ''} ×${record.quantity} ¥${sum}`;
  }
  return record.name ?? (record.documentId ? (names.get(record.documentId) ?? null) : null);
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
  for (const [field, value] of Object.entries(entry.input ?? {})) {
    if (field === 'community') continue;
    const text = textOf(words, type, field, value, names, moment);
    if (text) facts.push({ label: fieldName(words, type, field), text });
  }
  for (const [field, change] of Object.entries(entry.changes ?? {})) {
    if (field in (entry.input ?? {}) && change.from === null) continue;
    const before = textOf(words, type, field, change.from, names, moment);
    const after = textOf(words, type, field, change.to, names, moment);
    if (before && before !== after) {
      facts.push({ label: fieldName(words, type, field), text: `${before} → ${after ?? words.t('case.empty')}` });
    }
  }
  return facts;
}
