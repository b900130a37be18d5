import type { InputProperty, InputSchema } from '../../../../contracts';

/** The controls that a form knows. */
export type Widget =
  | 'text'
  | 'longText'
  | 'datetime'
  | 'date'
  | 'staff'
  | 'household'
  | 'building'
  | 'member'
  | 'chosen'
  | 'chosenMany'
  | 'parkingSpace'
  | 'category'
  | 'community'
  | 'complaintCategory'
  | 'ticket'
  | 'complaint'
  | 'staffList'
  | 'evidence'
  | 'preventiveActions'
  | 'actionItems'
  | 'tags'
  | 'rating'
  | 'money'
  | 'parts'
  | 'telephone'
  | 'mail'
  | 'choice'
  | 'number'
  | 'yesNo'
  | 'switch'
  | 'files';

/** One line of a form. */
export interface FormField {
  name: string;
  property: InputProperty;
  widget: Widget;
  required: boolean;
}

/** A property that may be null is written as `anyOf`/`oneOf`; the form edits the part that is not null. */
export function plainProperty(property: InputProperty): InputProperty {
  const ways = (property.anyOf ?? property.oneOf) as InputProperty[] | undefined;
  const some = ways?.find((way) => way.type !== 'null');
  const plain = some ? { ...some, ...property } : property;
  const type = Array.isArray(plain.type) ? plain.type.find((each) => each !== 'null') : plain.type;
  return { ...plain, type };
}

const LONG = 200;

function widgetOf(name: string, property: InputProperty): Widget {
  if (property.widget) return property.widget as Widget;
  if (property.enum) return 'choice';
  if (property.type === 'boolean' || mustBeTrue(property)) return 'yesNo';
  if (property.type === 'number' || property.type === 'integer') return 'number';
  if (property.format === 'date-time') return 'datetime';
  if (property.format === 'date') return 'date';
  if (name === 'note' || (property.maxLength ?? 0) > LONG) return 'longText';
  return 'text';
}

/**
 * The fields of an action's input in the schema's order, what must be entered first, the note last.
 * `order` puts some names in front, `without` leaves some out.
 */
export function fieldsOf(
  schema: InputSchema,
  { order = [], without = [] }: { order?: string[]; without?: string[] } = {}
): FormField[] {
  const required = new Set(schema.required ?? []);
  const rank = ({ name, required: must }: FormField) => {
    if (order.includes(name)) return order.indexOf(name) - order.length;
    if (name === 'note') return 2;
    return must ? 0 : 1;
  };
  return Object.entries(schema.properties)
    .filter(([name]) => !without.includes(name))
    .map(([name, raw]) => {
      const property = plainProperty(raw);
      return { name, property, widget: widgetOf(name, property), required: required.has(name) };
    })
    .sort((a, b) => rank(a) - rank(b));
}

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0);

/** What is sent: only what was entered, only what the action knows, and of it only the fields that `shown` names, if any are named. */
export function inputOf(
  schema: InputSchema,
  values: Record<string, unknown>,
  shown?: Pick<FormField, 'name'>[]
): Record<string, unknown> {
  const names = shown ? shown.map(({ name }) => name) : Object.keys(schema.properties);
  const input: Record<string, unknown> = {};
  for (const name of names.filter((each) => each in schema.properties)) {
    const value = values[name];
    if (!isEmpty(value)) input[name] = typeof value === 'string' ? value.trim() : value;
    // A day that was taken away is said; what was never entered is not.
    else if (value === null && schema.properties[name]?.widget === 'date') input[name] = null;
  }
  return input;
}

/** Something to be confirmed, not chosen: only yes goes on. */
export const mustBeTrue = ({ const: only }: InputProperty): boolean => only === true;

/** The names of the fields that must be entered and are not. */
export function missingIn(fields: FormField[], values: Record<string, unknown>): string[] {
  return fields
    .filter(
      ({ name, required, property }) =>
        required && (isEmpty(values[name]) || (mustBeTrue(property) && values[name] !== true))
    )
    .map(({ name }) => name);
}
