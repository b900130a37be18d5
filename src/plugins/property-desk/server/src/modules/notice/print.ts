import { say, type Blocks, type Locale, type NoticeState } from '../../../../contracts';
import { fileName, type Block, type DocumentSpec, type TemplateSpec } from '../../kernel/print';
import type { Places } from '../letterhead';

/** What the paper of a notice says. Days and times are formatted already; `null` is what nobody has entered. */
export interface NoticeRecord {
  /** `物业客〔2026〕12号`; none before publication. */
  number: string | null;
  state: NoticeState;
  title: string;
  body: Blocks;
  issuer: string;
  company: string;
  community: string;
  telephone: string | null;
  /** Names of the buildings that it is meant for; none for the whole community. */
  buildings: string[];
  /** Names of the attachments. */
  attachments: string[];
  /** The day on which it was issued, or of the print while it is not yet. */
  day: string;
  /** Of one that was withdrawn or has expired: when, and why it was withdrawn. */
  ended: { at: string; reason: string | null } | null;
  /** Bytes of the pictures by their address in the text. */
  pictures: Record<string, Uint8Array>;
}

/** States in which nobody outside the office has seen it. */
const UNPUBLISHED: NoticeState[] = ['draft', 'submitted', 'approved', 'discarded'];

/** The file's name: `通知-物业客〔2026〕12号-停水通知.docx`. */
export const noticeFileName = ({ number, title }: Pick<NoticeRecord, 'number' | 'title'>, locale: Locale = 'zh-Hans') =>
  fileName(`${[say(locale, 'print.notice.file'), number, title.slice(0, 60)].filter(Boolean).join('-')}.docx`);

/**
 * 通知 after GB/T 9704-2012: the company's name in red over number and rule, the title, the text, attachments, who issues
 * it and when, and for whom it is. Nothing that has not gone out bears a number, and every page says so; one that is
 * withdrawn or has expired says that. On a template of the office's own the same texts stand where it wants them.
 */
export function notice(record: NoticeRecord, locale: Locale = 'zh-Hans', template?: Uint8Array): DocumentSpec {
  const word = (key: string, params: Record<string, unknown> = {}) => say(locale, `print.notice.${key}`, params);
  const { state, ended } = record;
  const out = !UNPUBLISHED.includes(state);
  const number = out ? (record.number ?? '') : '';
  const remark = out ? (ended ? word(`remark.${state}`) : undefined) : word('remark.draft');
  const says = ended
    ? word(`ended.${state}`, { at: ended.at }) + (ended.reason ? word('reason', { reason: ended.reason }) : '')
    : '';
  const audience = record.buildings.length ? record.buildings.join(word('and')) : word('everybody');

  const body: Block[] = [
    { kind: 'blocks', blocks: record.body, pictures: record.pictures, addressed: true, keep: true },
    ...(record.attachments.length
      ? [{ kind: 'attachments' as const, label: word('attachments'), names: record.attachments }]
      : []),
  ];
  const told: Block[] = says ? [{ kind: 'body', text: says }] : [];
  const about = {
    title: [word('file'), number, record.title].filter(Boolean).join(' '),
    creator: record.company,
  };
  if (template) {
    const values: Places = {
      title: record.title,
      number,
      issuer: record.issuer,
      date: record.day,
      company: record.company,
      community: record.community,
      telephone: record.telephone ?? '',
      attachments: record.attachments.join(word('and')),
      audience,
    };
    const where: TemplateSpec = { file: template, values };
    return { ...about, ...(remark && { remark }), template: where, blocks: [...body, ...told] };
  }
  return {
    ...about,
    ...(remark && { remark }),
    footer: { kind: 'pageNumber' },
    blocks: [
      { kind: 'head', name: record.company, number: number || word('noNumber') },
      { kind: 'title', text: record.title },
      ...body,
      { kind: 'closing', issuer: record.issuer, date: record.day },
      ...told,
      {
        kind: 'printLine',
        left: record.company,
        right: out ? word('printed', { day: record.day }) : '',
        copies: word('audience', { community: record.community, audience }),
      },
    ],
  };
}
