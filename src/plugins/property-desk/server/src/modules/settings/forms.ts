import { z } from 'zod';
import { STAFF_ROLES, type SettingForms } from '../../../../contracts';
import { clearable, field, inputSchema, optional } from '../../kernel/workflow/input';

/** More communities than one person looks after. */
const MOST_COMMUNITIES = 50;

const community = {
  name: field.text(100),
  companyName: field.text(100),
  address: clearable(field.text()),
  telephone: clearable(field.text(30)),
  officeHours: clearable(field.text(100)),
  filePrefix: clearable(field.text(20)),
};

const post = {
  name: field.text(50),
  role: field.choice(STAFF_ROLES, 'role'),
  reportsTo: clearable(field.ref('chosen')),
  duties: clearable(field.longText()),
};

const staff = {
  name: field.text(50),
  post: field.ref('chosen'),
  communities: z
    .array(z.string().regex(/^[a-z][a-z0-9]{1,63}$/))
    .min(1)
    .max(MOST_COMMUNITIES)
    .transform((ids) => [...new Set(ids)])
    .meta({ widget: 'chosenMany' }),
  telephone: clearable(field.telephone()),
};

const category = { name: field.text(50) };

/** What each setting asks for. */
export const FORMS = {
  addCommunity: z.strictObject(community),
  changeCommunity: z.strictObject(community),
  addBuildings: z.strictObject({
    buildings: field.text(200),
    floors: optional(field.number(200)),
    units: optional(field.number(50)),
  }),
  changeBuilding: z.strictObject({
    name: field.text(50),
    code: field.text(20),
    floors: clearable(field.number(200)),
    units: clearable(field.number(50)),
  }),
  robot: z.strictObject({ wecomRobot: clearable(field.longText(500)) }),
  post: z.strictObject(post),
  addStaff: z.strictObject({
    ...staff,
    account: clearable(field.ref('chosen')),
    mail: optional(field.mail()),
  }),
  changeStaff: z.strictObject({
    ...staff,
    account: clearable(field.ref('chosen')),
    active: field.yes(),
  }),
  ticketCategory: z.strictObject({
    ...category,
    hours: clearable(field.number(720)),
    suggestedAssignees: optional(
      z
        .array(z.string().regex(/^[a-z][a-z0-9]{1,63}$/))
        .max(20)
        .transform((ids) => [...new Set(ids)])
        .meta({ widget: 'chosenMany' })
    ),
    active: optional(field.yes()),
  }),
  complaintCategory: z.strictObject({ ...category, active: optional(field.yes()) }),
  testMail: z.strictObject({ to: field.mail() }),
  testSms: z.strictObject({ to: field.telephone() }),
};

/** The order of a list, as somebody dragged it. */
export const ORDER = z.strictObject({
  order: z
    .array(z.string().regex(/^[a-z][a-z0-9]{1,63}$/))
    .min(1)
    .max(200),
});

/** The same as JSON Schemas; they are the same for everybody, so that they are made once. */
export const SCHEMAS = Object.fromEntries(
  Object.entries(FORMS).map(([name, schema]) => [name, inputSchema(schema)])
) as SettingForms;
