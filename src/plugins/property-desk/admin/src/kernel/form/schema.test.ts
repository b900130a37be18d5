import type { InputSchema } from '../../../../contracts';
import { fieldsOf, inputOf, missingIn } from './schema';

const schema: InputSchema = {
  type: 'object',
  required: ['assignee', 'promisedAt'],
  properties: {
    note: { type: 'string', maxLength: 500 },
    reason: { type: 'string', maxLength: 100 },
    promisedAt: { type: 'string', format: 'date-time' },
    assignee: { type: 'string', widget: 'staff' },
    priority: { anyOf: [{ type: 'string', enum: ['ordinary', 'urgent'] }, { type: 'null' }] },
    cost: { type: ['integer', 'null'] },
  },
};

test('required fields come first, the note last; `order` and `without` have the say before that', () => {
  expect(fieldsOf(schema).map(({ name }) => name)).toEqual([
    'promisedAt',
    'assignee',
    'reason',
    'priority',
    'cost',
    'note',
  ]);
  expect(fieldsOf(schema, { order: ['cost', 'assignee'], without: ['note'] }).map(({ name }) => name)).toEqual([
    'cost',
    'assignee',
    'promisedAt',
    'reason',
    'priority',
  ]);
});

test('the widget comes from the hint, else from the shape, nullable or not', () => {
  const widgets = Object.fromEntries(fieldsOf(schema).map(({ name, widget }) => [name, widget]));
  expect(widgets).toEqual({
    assignee: 'staff',
    promisedAt: 'datetime',
    reason: 'text',
    priority: 'choice',
    cost: 'number',
    note: 'longText',
  });
});

test('only what was entered and is known is sent; nought and no are answers', () => {
  expect(inputOf(schema, { note: '  ', reason: ' 缺件 ', cost: 0, assignee: null, stranger: 1 })).toEqual({
    reason: '缺件',
    cost: 0,
  });
});

test('what the form no longer shows is not sent', () => {
  expect(inputOf(schema, { reason: '缺件', cost: 5, stranger: 1 }, [{ name: 'cost' }, { name: 'stranger' }])).toEqual({
    cost: 5,
  });
});

test('what must be confirmed is missing until it is', () => {
  const fields = fieldsOf({ type: 'object', required: ['confirmed'], properties: { confirmed: { const: true } } });
  expect(fields[0]?.widget).toBe('yesNo');
  expect(missingIn(fields, { confirmed: false })).toEqual(['confirmed']);
  expect(missingIn(fields, { confirmed: true })).toEqual([]);
});

test('missing required fields are named', () => {
  expect(missingIn(fieldsOf(schema), { assignee: 'abc' })).toEqual(['promisedAt']);
});
