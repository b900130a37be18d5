import { errors } from '@strapi/utils';
import { z } from 'zod';
import type { InputSchema, Locale } from '../../../../contracts';
import { say } from '../../../../contracts';
import { LONGEST, readBlocks, type Limits } from '../blocks/blocks';

/** NUL, and half a surrogate pair: PostgreSQL refuses the one in text and the other in JSON. */
const UNSTORABLE = /[\u0000\p{Surrogate}]/u;

/** No form goes deeper; what does is refused by its schema, and must not be walked to its end. */
const DEEPEST = 8;

/** Paths of strings that no database can store. */
const unstorable = (value: unknown, path: (string | number)[] = []): (string | number)[][] => {
  if (typeof value === 'string') return UNSTORABLE.test(value) ? [path] : [];
  if (path.length > DEEPEST) return [];
  if (Array.isArray(value)) return value.flatMap((each, index) => unstorable(each, [...path, index]));
  if (value && typeof value === 'object')
    return Object.entries(value).flatMap(([key, each]) => unstorable(each, [...path, key]));
  return [];
};

const sentences = { 'zh-Hans': z.locales.zhCN().localeError, en: z.locales.en().localeError };

/** An issue's sentence: a word of ours where it names one. */
const spoken = (issue: z.core.$ZodIssue, locale: Locale): string => {
  const word = issue.code === 'custom' ? (issue.params?.word as string | undefined) : undefined;
  return word ? say(locale, word, (issue as z.core.$ZodIssueCustom).params) : issue.message;
};

/**
 * Parses what was entered.
 * @throws ValidationError with `details.errors`: every field that is wrong (`path`) with its reason in the caller's language
 */
export const parseInput = <S extends z.ZodType>(schema: S, input: unknown, locale: Locale): z.output<S> => {
  const parsed = schema.safeParse(input, { error: sentences[locale] });
  const wrong = unstorable(input).map((path) => ({ path, message: say(locale, 'error.unstorable') }));
  if (parsed.success && wrong.length === 0) return parsed.data;
  const all = [
    ...(parsed.success
      ? []
      : parsed.error.issues.flatMap((issue) =>
          issue.code === 'unrecognized_keys'
            ? issue.keys.map((key) => ({
                path: [...issue.path, key].map(String),
                message: say(locale, 'error.unknownField'),
              }))
            : [{ path: issue.path.map(String), message: spoken(issue, locale) }]
        )),
    ...wrong,
  ];
  const text = all.map(({ path, message }) => `${path.join('.') || 'input'}: ${message}`).join('; ');
  throw new errors.ValidationError(text, { errors: all });
};

/** The JSON Schema of an action's input, with the hints that tell the panel which control to show. */
export const inputSchema = (schema: z.ZodObject): InputSchema =>
  z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as unknown as InputSchema;

const emptyToUndefined = (value: unknown) => (value === '' || value === null ? undefined : value);

/** The kinds of field that actions ask for; `widget` names the control in the panel. */
export const field = {
  /** One line. */
  text: (max = 200) => z.string().trim().min(1).max(max).meta({ widget: 'text' }),
  /** Several lines. */
  longText: (max = 2000) => z.string().trim().min(1).max(max).meta({ widget: 'longText' }),
  /** An instant, ISO 8601 with an offset or Z; read as a `Date`. */
  instant: () =>
    z.iso
      .datetime({ offset: true })
      .refine((text) => !Number.isNaN(Date.parse(text)) && Math.abs(Date.parse(text)) < 4102444800000)
      .transform((text) => new Date(text))
      .meta({ widget: 'datetime' }),
  /** `2026-12-01`, a day that there is. */
  day: () => z.iso.date().meta({ widget: 'date' }),
  /** A whole number from 1. */
  number: (max: number) => z.number().int().min(1).max(max).meta({ widget: 'number' }),
  /** The documentId of a record. */
  ref: (widget: string) =>
    z
      .string()
      .regex(/^[a-z][a-z0-9]{1,63}$/)
      .meta({ widget }),
  choice: <const V extends readonly [string, ...string[]]>(values: V, words: string) =>
    z.enum(values).meta({ widget: 'choice', words }),
  /** 1 to 5. */
  rating: () => z.number().int().min(1).max(5).meta({ widget: 'rating' }),
  /** Integer fen. */
  money: () => z.number().int().min(0).max(1_000_000_000).meta({ widget: 'money' }),
  telephone: () => z.string().trim().min(3).max(30).meta({ widget: 'telephone' }),
  mail: () => z.string().trim().min(3).max(254).meta({ widget: 'mail' }),
  /** A text with headings, lists, links and, unless it is of words only, pictures, as Strapi's block editor writes it. */
  blocks: (limits: Limits = {}) =>
    z
      .unknown()
      .transform((value, context) => {
        const read = readBlocks(value, limits);
        if ('blocks' in read) return read.blocks;
        // The sentence is filled in where the caller's language is known.
        context.addIssue({
          code: 'custom',
          params: { word: `error.blocks.${read.fault}`, max: limits.most ?? LONGEST },
        });
        return z.NEVER;
      })
      .meta({ widget: 'blocks' }),
  yes: () => z.boolean().meta({ widget: 'switch' }),
  /** The documentIds of several records. */
  refs: (widget: string) =>
    z
      .array(z.string().regex(/^[a-z][a-z0-9]{1,63}$/))
      .min(1)
      .max(20)
      .meta({ widget }),
};

/** A field that may be left out; an empty control counts as left out. */
export const optional = <T extends z.ZodType>(schema: T) => {
  const meta = schema.meta() ?? {};
  return z.preprocess(emptyToUndefined, schema.optional()).optional().meta(meta);
};

/** A field that may be left out, and emptied by null or an empty control. */
export const clearable = <T extends z.ZodType>(schema: T) =>
  z
    .preprocess((value) => (value === '' ? null : value), schema.nullable())
    .optional()
    .meta(schema.meta() ?? {});

/** An action's input: its own fields and the note that every action takes; unknown fields are refused. */
export const form = <S extends z.ZodRawShape>(shape: S) =>
  z.strictObject({ ...shape, note: optional(field.longText()) });
