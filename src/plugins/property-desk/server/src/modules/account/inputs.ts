import { z } from 'zod';
import { BINDING_REJECTIONS, RESIDENT_KINDS } from '../../../../contracts';
import { field, form, optional } from '../../kernel/workflow/input';

const kind = () => field.choice(RESIDENT_KINDS, 'resident.kind');

/** The whole number, or its last four signs. */
const identityNumber = () => z.string().trim().min(4).max(40).meta({ widget: 'text' });

/** What each action of a binding asks for. */
export const INPUT = {
  request: form({
    community: field.ref('community'),
    building: optional(field.text(20)),
    unit: optional(field.text(10)),
    room: field.text(60),
    kind: kind(),
    name: field.text(50),
    telephone: field.telephone(),
    identityNumber: optional(identityNumber()),
  }),
  attach: form({}),
  approve: form({
    resident: optional(field.ref('resident')),
    household: optional(field.ref('household')),
    kind: optional(kind()),
    otherHome: optional(field.yes()),
  }),
  reject: form({ rejection: field.choice(BINDING_REJECTIONS, 'binding.rejection') }),
  cancel: form({}),
  unbind: form({ reason: optional(field.text()) }),
  amend: form({
    room: optional(field.text(60)),
    kind: optional(kind()),
    name: optional(field.text(50)),
    telephone: optional(field.telephone()),
    reason: field.text(),
  }),
};
