import { say, type Blocks, type Locale } from '../../../../contracts';
import { type DocumentSpec } from '../../kernel/print';
import type { Row } from '../../kernel/storage/rows';
import type { Places } from './places';

/** A template to begin with: every place, set as a notice without a template is. */
export const sampleTemplate = (locale: Locale): DocumentSpec => ({
  title: say(locale, 'letterhead.sample.file'),
  footer: { kind: 'pageNumber' },
  blocks: [
    { kind: 'head', name: '{{company}}', number: '{{number}}' },
    { kind: 'title', text: '{{title}}' },
    { kind: 'body', indent: false, text: '{{body}}' },
    { kind: 'body', align: 'right', text: '{{issuer}}' },
    { kind: 'body', align: 'right', text: '{{date}}' },
    { kind: 'printLine', left: '{{community}} {{audience}}', right: '{{telephone}}' },
  ],
});

/** A letterhead with a notice upon it that was never sent. */
export const previewOf = (file: Buffer, community: Row, day: string, locale: Locale): DocumentSpec => {
  const word = (key: string) => say(locale, `letterhead.sample.${key}`);
  const values: Places = {
    title: word('title'),
    number: word('number'),
    issuer: String(community.companyName ?? ''),
    date: day,
    company: String(community.companyName ?? ''),
    community: String(community.name ?? ''),
    telephone: String(community.telephone ?? ''),
    attachments: word('attachment'),
    audience: say(locale, 'print.notice.everybody'),
  };
  const blocks: Blocks = word('body')
    .split('\n')
    .map((text) => ({ type: 'paragraph', children: [{ type: 'text', text }] }));
  return {
    title: word('preview'),
    remark: say(locale, 'print.notice.remark.draft'),
    template: { file, values },
    blocks: [{ kind: 'blocks', blocks, addressed: true }],
  };
};
