import { say, type Locale } from '../../../../contracts';
import type { InputProperty } from '../../../../contracts';
import type { Kernel } from '../../kernel/kernel';
import type { Row } from '../../kernel/storage/rows';
import type { CaseDefinition } from '../../kernel/workflow/define';
import { inputSchema } from '../../kernel/workflow/input';
import type { CourseEntry } from './print-record';
import { yuan } from './print-words';
import { staffNames } from './queries';

const DOCUMENT_ID = /^[a-z][a-z0-9]{23}$/;
const ISO = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;

/** What the paper says elsewhere, in full; of what was lodged, only how it came. */
const ELSEWHERE: Record<string, string[]> = {
  review: ['courseOfEvents', 'rootCause', 'lessons', 'preventiveActions'],
  breach: ['obligation', 'level'],
};
const OF_LODGE = ['source', 'contactWay', 'category', 'note'];

/** Every documentId in what was entered, with the name that the ledger knows for it, if any. */
const namesIn = (events: Row[]): Map<string, string | null> => {
  const names = new Map<string, string | null>();
  const look = (value: unknown): void => {
    if (typeof value === 'string') {
      if (DOCUMENT_ID.test(value) && !names.has(value)) names.set(value, null);
    } else if (Array.isArray(value)) value.forEach(look);
    else if (value && typeof value === 'object') {
      const { documentId, name } = value as { documentId?: unknown; name?: unknown };
      if (typeof documentId === 'string' && typeof name === 'string') names.set(documentId, name);
      Object.values(value).forEach(look);
    }
  };
  events.forEach(({ input, changes }) => look([changes, input]));
  return names;
};

/** The story of a case as rows of a table: who did what when, what was entered and what it replaced. */
export const courseOf = async (
  kernel: Kernel,
  definition: Pick<CaseDefinition, 'name' | 'actions'>,
  documentId: string,
  locale: Locale
): Promise<CourseEntry[]> => {
  const { strapi, ledger, clock } = kernel;
  const events = await ledger.story(strapi.db.connection, documentId);
  const names = namesIn(events);
  const unnamed = [...names].filter(([, name]) => name === null).map(([id]) => id);
  for (const [id, name] of await staffNames(kernel, unnamed)) names.set(id, name);

  const said = (value: unknown, property: InputProperty = {}): string | null => {
    if (value === null || value === undefined || value === '') return null;
    if (typeof value === 'boolean') return say(locale, value ? 'print.yes' : 'print.no');
    if (typeof value === 'number') return property.widget === 'money' ? yuan(value) : String(value);
    if (typeof value === 'string') {
      if (property.words) return say(locale, `${property.words}.${value}`);
      if (ISO.test(value)) return clock.format(new Date(value));
      return DOCUMENT_ID.test(value) ? (names.get(value) ?? null) : value;
    }
    if (Array.isArray(value)) {
      const texts = value.map((each) => said(each, property.items)).filter(Boolean);
      return texts.length ? texts.join(say(locale, 'print.listComma')) : null;
    }
    const { name } = value as { name?: unknown };
    if (typeof name === 'string') return name;
    const parts = Object.entries(value).map(([key, each]) => said(each, property.properties?.[key]));
    return parts.filter(Boolean).join(' ') || null;
  };

  return events.map((event): CourseEntry => {
    const action = event.action as string;
    const schema = definition.actions[action] ? inputSchema(definition.actions[action].input).properties : {};
    const input = (event.input ?? {}) as Record<string, unknown>;
    const changes = (event.changes ?? {}) as Record<string, { from: unknown; to: unknown }>;
    const shown = Object.keys(input).filter((field) =>
      action === 'lodge' ? OF_LODGE.includes(field) : !ELSEWHERE[action]?.includes(field)
    );
    const facts = shown.flatMap((field) => {
      if (action === 'breach' && field === 'what')
        return [
          say(locale, 'print.fact', {
            label: say(locale, 'field.due'),
            text: say(locale, `obligation.${input.what as string}`),
          }),
        ];
      const [before, after] = [said(changes[field]?.from, schema[field]), said(input[field], schema[field])];
      if (!after && !before) return [];
      const text = before && before !== after ? say(locale, 'print.replaced', { before, after: after ?? '' }) : after;
      return [say(locale, 'print.fact', { label: say(locale, `field.${field}`), text })];
    });
    const kind = event.actorKind as string;
    return {
      at: clock.format(event.at as Date),
      action: say(locale, `${definition.name}.action.${action}`),
      by: kind === 'system' ? say(locale, 'actor.system') : ((event.actorName as string) ?? ''),
      text: facts.join('\n'),
    };
  });
};
