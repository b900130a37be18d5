import type { Blocks, MediaItem, NoticeChannel, NoticeDetail, NoticeKind, NoticeTemplate } from '../../../../contracts';
import { asBlocks, emptyBlocks, isBlank, plainText } from '../../kernel/blocks/sound';

/** What is entered in the editor. */
export interface Draft {
  community: string | null;
  title: string;
  kind: NoticeKind | null;
  body: Blocks;
  buildings: string[];
  channels: NoticeChannel[];
  issuer: string;
  publishAt: string | null;
  expiresAt: string | null;
  pinned: boolean;
  attachments: MediaItem[];
}

/** A sheet with nothing on it. */
export const blankDraft = (community: string | null): Draft => ({
  community,
  title: '',
  kind: null,
  body: asBlocks(emptyBlocks()),
  buildings: [],
  channels: ['portal', 'board'],
  issuer: '',
  publishAt: null,
  expiresAt: null,
  pinned: false,
  attachments: [],
});

/** A notice as the editor opens it. */
export const draftOf = (notice: NoticeDetail): Draft => ({
  community: notice.community.documentId,
  title: notice.title,
  kind: notice.kind,
  body: notice.body,
  buildings: notice.buildings.map(({ documentId }) => documentId),
  channels: notice.channels,
  issuer: notice.issuer ?? '',
  publishAt: notice.publishAt,
  expiresAt: notice.expiresAt,
  pinned: notice.pinned,
  attachments: notice.attachments,
});

/** What was entered, with the words of a template in place of the text; to whom and when stays. */
export const withTemplate = (draft: Draft, { title, kind, body, channels, pinned }: NoticeTemplate): Draft => ({
  ...draft,
  title,
  kind,
  body,
  channels,
  pinned,
});

type Content = Omit<Draft, 'community' | 'attachments'> & { attachments: string[] };

const contentOf = ({ community: _community, attachments, ...rest }: Draft): Content => ({
  ...rest,
  title: rest.title.trim(),
  issuer: rest.issuer.trim(),
  attachments: attachments.map(({ documentId }) => documentId),
});

const isNothing = (value: unknown): boolean =>
  value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** The input of `draft`: what is not entered is not sent. */
export const inputOf = (draft: Draft): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries({ community: draft.community, ...contentOf(draft) }).filter(([, value]) => !isNothing(value))
  );

/** The input of `edit`: only what differs from what the server has. A signature is replaced, not taken away. */
export function changesOf(before: Draft, now: Draft): Record<string, unknown> {
  const old = contentOf(before);
  return Object.fromEntries(
    Object.entries(contentOf(now)).filter(
      ([name, value]) =>
        JSON.stringify(value) !== JSON.stringify(old[name as keyof Content]) && !(name === 'issuer' && value === '')
    )
  );
}

/** Whether anything was entered that the server does not have. A community that was chosen is nothing to lose. */
export const isChanged = (before: Draft, now: Draft): boolean => Object.keys(changesOf(before, now)).length > 0;

/** What must be entered before it can be saved, and is not, in the order of the form. */
export const missingIn = (draft: Draft): string[] =>
  [
    draft.community ? null : 'community',
    draft.kind ? null : 'kind',
    draft.title.trim() ? null : 'title',
    isBlank(draft.body) ? 'body' : null,
    draft.channels.length > 0 ? null : 'channels',
  ].filter((name): name is string => name !== null);

/** The blanks of a template that nobody has filled in, each once: `{开始时间}`. */
export const blanksIn = ({ title, body }: Pick<Draft, 'title' | 'body'>): string[] => [
  ...new Set(`${title}\n${plainText(body)}`.match(/\{[^{}\n]{1,30}\}/g) ?? []),
];

/** What the preview asks for; null while there is too little for a page. */
export const previewOf = (draft: Draft, documentId: string | null): Record<string, unknown> | null =>
  draft.community && draft.kind && draft.title.trim() && !isBlank(draft.body)
    ? { ...inputOf(draft), ...(documentId ? { documentId } : {}) }
    : null;
