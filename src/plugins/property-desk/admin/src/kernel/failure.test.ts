import { readFailure } from './failure';

/** The shape that Strapi's fetch client throws. */
const thrown = (error: unknown) => Object.assign(new Error('thrown'), { response: { data: { error } } });

test('a conflict carries who did what', () => {
  const details = { state: 'dispatched', revision: 4, since: [{ action: 'dispatch' }] };
  expect(readFailure(thrown({ status: 409, message: '已变化', details }))).toEqual({
    kind: 'conflict',
    message: '已变化',
    details,
  });
});

test('refused input names the reason at each field, however the path is written; the first reason stays', () => {
  const errors = [
    { path: ['input', 'parts', '0', 'name'], message: '太短' },
    { path: 'input.reason', message: '必填' },
    { path: ['reason'], message: '别的' },
  ];
  expect(readFailure(thrown({ status: 400, message: '有误', details: { errors } }))).toEqual({
    kind: 'input',
    message: '有误',
    fields: { 'parts.0.name': '太短', reason: '必填' },
  });
});

test('a missing server, a screen that has gone, and anything else', () => {
  expect(readFailure(new TypeError('Failed to fetch')).kind).toBe('offline');
  expect(readFailure(Object.assign(new Error(), { name: 'AbortError' })).kind).toBe('aborted');
  expect(readFailure(thrown({ status: 403, message: '无权' }))).toEqual({
    kind: 'other',
    message: '无权',
    status: 403,
  });
  expect(readFailure(thrown({ status: 409, message: 'of another kind' })).kind).toBe('other');
});
