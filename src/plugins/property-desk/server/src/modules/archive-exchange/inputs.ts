import { z } from 'zod';
import { field, form, optional } from '../../kernel/workflow/input';

const count = () => z.number().int().min(0).meta({ widget: 'number' });
const file = () => field.text(64);

/** What each action of an import asks for. Files and counts come from the system. */
export const IMPORT_INPUT = {
  upload: form({ community: field.ref('community') }),
  report: form({
    ...{ added: count(), changed: count(), unchanged: count(), leftOut: count(), problems: count(), changes: count() },
    ...{ plan: file(), report: file() },
  }),
  finish: form({ added: count(), changed: count(), unchanged: count(), leftOut: count() }),
  failure: form({ failure: field.text(30) }),
  nothing: form({}),
};

/** What each action of an export asks for. */
export const EXPORT_INPUT = {
  request: form({
    community: field.ref('community'),
    building: optional(field.ref('building')),
    plain: optional(field.yes()),
    reason: field.text(200),
  }),
  decision: form({ reason: optional(field.text(200)) }),
  reject: form({ reason: field.text(200) }),
  prepared: form({ file: file(), households: count() }),
  failure: form({ failure: field.text(30) }),
  nothing: form({}),
};
