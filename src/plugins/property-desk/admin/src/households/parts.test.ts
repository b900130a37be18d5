import type { HouseholdFile, InputSchema } from '../../../contracts';
import { changedIn, ownersOf, valuesOf } from './parts';

const schema: InputSchema = {
  type: 'object',
  properties: {
    name: { type: 'string' },
    relation: { type: 'string' },
    resident: { type: 'string' },
    copies: { type: 'integer' },
  },
};

describe('what a form changed', () => {
  const before = valuesOf({
    name: '王小明',
    relation: '本人',
    resident: { documentId: 'r1', name: '王小明' },
    copies: 2,
  });

  it.each([
    ['nothing', {}, {}],
    ['one field', { relation: ' 户主 ' }, { relation: '户主' }],
    ['what was emptied', { relation: '', copies: null }, { relation: null, copies: null }],
    ['a reference', { resident: 'r2' }, { resident: 'r2' }],
    ['nothing that the form does not know', { verified: true }, {}],
  ])('is %s', (_what, typed, sent) => {
    expect(changedIn(schema, before, { ...before, ...typed })).toEqual(sent);
  });

  it('begins with references by their documentId', () => {
    expect(before.resident).toBe('r1');
    expect(valuesOf({ resident: null })).toEqual({ resident: null });
  });
});

describe('the owners of a flat', () => {
  const person = (name: string, kind: string, movedInAt: string | null, ended: boolean) => ({
    documentId: name,
    updatedAt: '',
    ended,
    fields: { name, kind, movedInAt },
  });

  it('stand one after the other, those of today first', () => {
    const resident = [
      person('first', 'owner', '2010-01-01T00:00:00Z', true),
      person('family', 'family', '2020-01-01T00:00:00Z', false),
      person('second', 'owner', '2015-01-01T00:00:00Z', true),
      person('third', 'owner', null, false),
    ];
    const file = { parts: { resident } } as unknown as HouseholdFile;
    expect(ownersOf(file).map(({ documentId }) => documentId)).toEqual(['third', 'second', 'first']);
  });
});
