import type { FormField } from '../form/schema';
import { askedOf, onlyChoices } from './asked';

const fields = (...names: string[]): FormField[] =>
  names.map((name) => ({ name, property: {}, widget: 'text', required: false }));
const said = (asked: FormField[]) => asked.map(({ name, required }) => (required ? `${name}!` : name));

test.each([
  ['nothing chosen yet', {}, ['severity', 'reason']],
  ['general', { severity: 'general' }, ['severity', 'reason', 'handler!', 'promisedAt!']],
  ['urgent', { severity: 'urgent' }, ['severity', 'reason']],
])('classified %s', (_name, values, names) => {
  expect(
    said(askedOf('complaint', 'classify', fields('severity', 'reason', 'handler', 'promisedAt'), values, {}))
  ).toEqual(names);
});

const lodge = fields(
  'content',
  'demands',
  'evidence',
  'praised',
  'reporterName',
  'contactTelephone',
  'contactWay',
  'contactMail'
);
test.each([
  [
    'a complaint',
    { kind: 'complaint', contactWay: 'phone' },
    ['content', 'demands', 'evidence', 'reporterName!', 'contactTelephone!', 'contactWay!'],
  ],
  [
    'by mail',
    { kind: 'complaint', contactWay: 'mail' },
    ['content', 'demands', 'evidence', 'reporterName!', 'contactTelephone', 'contactWay!', 'contactMail!'],
  ],
  ['without a name', { kind: 'complaint', anonymous: true, contactWay: 'mail' }, ['content', 'demands', 'evidence']],
  ['a suggestion', { kind: 'suggestion' }, ['content', 'evidence', 'reporterName!', 'contactTelephone', 'contactWay!']],
  ['praise', { kind: 'praise' }, ['content', 'praised', 'reporterName!', 'contactTelephone', 'contactWay!']],
])('%s', (_name, values, names) => {
  expect(said(askedOf('complaint', 'lodge', lodge, values, {}))).toEqual(names);
});

test.each([
  ['satisfied', ['outcome', 'ratingOverall', 'words']],
  ['unsatisfied', ['outcome', 'reason!', 'promisedAt!', 'ratingOverall', 'words']],
  ['unreachable', ['outcome']],
])('a revisit that ends %s', (outcome, names) => {
  const form = fields('outcome', 'reason', 'promisedAt', 'ratingOverall', 'words');
  expect(said(askedOf('complaint', 'follow-up', form, { outcome }, {}))).toEqual(names);
});

test.each([
  ['a general complaint', { severity: 'general' }, ['result']],
  ['an urgent one with a task force', { severity: 'urgent', taskForce: { aim: '' } }, ['result']],
  ['an urgent one without', { severity: 'urgent', taskForce: null }, ['result', 'noTaskForceReason!']],
])('the result of %s', (_name, about, names) => {
  expect(said(askedOf('complaint', 'resolve', fields('result', 'noTaskForceReason'), {}, about))).toEqual(names);
});

test('other actions ask for all that they have', () => {
  expect(said(askedOf('ticket', 'follow-up', fields('outcome', 'reason'), {}, {}))).toEqual(['outcome', 'reason']);
});

test.each([
  ['somebody with a mail address', { anonymous: false, contactMail: 'z***@example.com' }, ['phone', 'mail', 'visit']],
  ['somebody without', { anonymous: false, contactMail: null }, ['phone', 'visit']],
  ['somebody anonymous', { anonymous: true }, ['code']],
])('%s can be told by', (_name, about, ways) => {
  const way: FormField = {
    name: 'way',
    property: { enum: ['phone', 'mail', 'visit', 'code'] },
    widget: 'choice',
    required: true,
  };
  const asked = askedOf('complaint', 'progress', [way], {}, about);
  expect(asked[0]?.property.enum).toEqual(ways);
  expect(onlyChoices(asked)).toEqual(ways.length === 1 ? { way: 'code' } : {});
});
