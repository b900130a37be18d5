import { z } from 'zod';
import { NOTICE_CHANNELS, NOTICE_KINDS } from '../../../../contracts';
import { clearable, field, form, optional } from '../../kernel/workflow/input';

/** More buildings than any community has. */
const MOST_BUILDINGS = 300;
const MOST_ATTACHMENTS = 20;

const documentIds = (widget: string, most: number) =>
  z
    .array(z.string().regex(/^[a-z][a-z0-9]{1,63}$/))
    .max(most)
    .transform((ids) => [...new Set(ids)])
    .meta({ widget });

/** The ways on which a notice goes out, each once and in their order. */
export const channels = () =>
  z
    .array(z.enum(NOTICE_CHANNELS))
    .min(1)
    .max(NOTICE_CHANNELS.length * 2)
    .transform((chosen) => NOTICE_CHANNELS.filter((channel) => chosen.includes(channel)))
    .meta({ widget: 'channels', words: 'notice.channel' });

/** What a notice is about. */
export const kind = () => field.choice(NOTICE_KINDS, 'notice.kind');

const beside = {
  buildings: optional(documentIds('buildings', MOST_BUILDINGS)),
  issuer: optional(field.text(100)),
  publishAt: clearable(field.instant()),
  expiresAt: clearable(field.instant()),
  pinned: optional(field.yes()),
  attachments: optional(documentIds('media', MOST_ATTACHMENTS)),
};

/** What each action of the notice asks for. */
export const INPUT = {
  draft: form({
    community: field.ref('community'),
    title: field.text(100),
    kind: kind(),
    body: field.blocks(),
    channels: channels(),
    ...beside,
  }),
  edit: form({
    title: optional(field.text(100)),
    kind: optional(kind()),
    body: optional(field.blocks()),
    channels: optional(channels()),
    ...beside,
  }),
  correct: form({
    community: field.ref('community'),
    supersedes: field.ref('notice'),
    author: optional(field.ref('staff')),
    reason: field.text(),
  }),
  nothing: form({}),
  because: form({ reason: field.text() }),
  discard: form({ reason: optional(field.text()) }),
  recordPosting: form({ building: field.ref('building'), postedAt: optional(field.instant()) }),
};

/** What the editor asks to be looked at while it is being written. */
export const CHECKED = z.strictObject({ title: z.string().max(200), body: field.blocks() });
