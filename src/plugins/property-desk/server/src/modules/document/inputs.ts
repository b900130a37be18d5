import { z } from 'zod';
import { DOCUMENT_KINDS, RETENTIONS, SECRECIES } from '../../../../contracts';
import { clearable, field, form, optional } from '../../kernel/workflow/input';
import { TAKEN_ON } from '../../kernel/workflow/promise';

/** Longest title, in UTF-16 units. */
export const LONGEST_TITLE = 120;
/** Action items of one call. */
const MOST_ITEMS = 20;

const kind = () => field.choice(DOCUMENT_KINDS, 'document.kind');
const retention = () => optional(field.choice(RETENTIONS, 'document.retention'));
const secrecy = () => optional(field.choice(SECRECIES, 'document.secrecy'));
const pages = () => optional(field.number(9999));

/** Where the paper stands. */
const place = {
  cabinet: optional(field.text(20)),
  box: optional(field.text(20)),
  slot: optional(field.text(20)),
};

const face = { title: field.text(LONGEST_TITLE), date: field.day() };

/** What each action of a document asks for. */
export const INPUT = {
  file: form({
    community: field.ref('community'),
    kind: kind(),
    ...face,
    party: optional(field.text(100)),
    retention: retention(),
    secrecy: secrecy(),
    pages: pages(),
    ...place,
    actionItems: optional(z.array(z.strictObject(TAKEN_ON)).max(MOST_ITEMS).meta({ widget: 'actionItems' })),
  }),
  filePublished: form({
    community: field.ref('community'),
    kind: kind(),
    ...face,
    secrecy: secrecy(),
    source: field.text(50),
    sourceDocumentId: field.ref('case'),
    sourceVersion: field.text(50),
    sourceNumber: optional(field.text(50)),
    sourcePaper: optional(field.text(50)),
  }),
  sourceMoved: form({ sourceState: field.text(50), reason: optional(field.longText()) }),
  recordPaper: form({ ...place, pages: pages() }),
  because: form({ reason: field.text() }),
  amend: form({
    title: optional(field.text(LONGEST_TITLE)),
    date: optional(field.day()),
    party: clearable(field.text(100)),
    retention: retention(),
    secrecy: secrecy(),
    pages: pages(),
    reason: field.text(),
  }),
  keep: form({ retention: retention(), reason: field.text() }),
  addActionItem: form(TAKEN_ON),
  nothing: form({}),
};

/** What an action item begins with. */
export const TAKE_ON = form({ community: field.ref('community'), minutes: field.ref('document'), ...TAKEN_ON });
