import type { NoticeDetail, NoticeTemplate } from '../../../../contracts';
import {
  blankDraft,
  blanksIn,
  changesOf,
  draftOf,
  inputOf,
  isChanged,
  missingIn,
  previewOf,
  withTemplate,
} from './form';

const body = (text: string) => [{ type: 'paragraph', children: [{ type: 'text', text }] }];
const template: NoticeTemplate = {
  key: 'waterOutage',
  name: '停水',
  kind: 'outage',
  title: '停水通知',
  body: body('{开始时间}至{结束时间}停水，{开始时间}前储水'),
  channels: ['portal', 'board'],
  pinned: true,
};
const file = { documentId: 'f1', name: '图.png', url: '/uploads/a.png', mime: 'image/png', size: 1 };

test('a template gives the words, and leaves to whom and when', () => {
  const draft = withTemplate(
    { ...blankDraft('c1'), buildings: ['b1'], expiresAt: '2026-12-01T00:00:00.000Z' },
    template
  );
  expect(draft).toMatchObject({ title: '停水通知', kind: 'outage', pinned: true, buildings: ['b1'], community: 'c1' });
  expect(draft.expiresAt).toBe('2026-12-01T00:00:00.000Z');
  expect(blanksIn(draft)).toEqual(['{开始时间}', '{结束时间}']);
});

test('what is missing is named in the order of the form', () => {
  expect(missingIn({ ...blankDraft(null), channels: [] })).toEqual(['community', 'kind', 'title', 'body', 'channels']);
  expect(missingIn(withTemplate(blankDraft('c1'), template))).toEqual([]);
  expect(previewOf(blankDraft('c1'), null)).toBeNull();
});

test('only what was entered is sent, files by their documentId', () => {
  expect(inputOf({ ...withTemplate(blankDraft('c1'), template), attachments: [file] })).toEqual({
    community: 'c1',
    title: '停水通知',
    kind: 'outage',
    body: template.body,
    channels: ['portal', 'board'],
    pinned: true,
    attachments: ['f1'],
  });
});

test('an edit sends what differs; a time can be taken away, the signature only replaced', () => {
  const notice = {
    community: { documentId: 'c1', name: '翠苑' },
    title: '停水通知',
    kind: 'outage',
    body: template.body,
    buildings: [],
    channels: ['portal'],
    issuer: '客服部',
    publishAt: '2026-12-01T00:00:00.000Z',
    expiresAt: null,
    pinned: false,
    attachments: [file],
  } as unknown as NoticeDetail;
  const before = draftOf(notice);
  expect(isChanged(before, draftOf(notice))).toBe(false);
  const now = { ...before, publishAt: null, issuer: ' ', body: body('改'), title: '停水通知 ' };
  expect(changesOf(before, now)).toEqual({ publishAt: null, body: body('改') });
  expect(previewOf(now, 'n1')).toMatchObject({ documentId: 'n1', community: 'c1' });
});
