import { z } from 'zod';
import {
  FILE_PARTS,
  OCCUPANCIES,
  PAPER_KINDS,
  PARKING_KINDS,
  RENOVATION_PROGRESS,
  RESIDENT_KINDS,
  VEHICLE_ENERGIES,
  type FilePart,
} from '../../../../../contracts';
import { clearable, field, optional } from '../../../kernel/workflow/input';
import { HOUSEHOLD_PAPER_UID, KEY_UID, PARKING_SPACE_UID, RENOVATION_UID, RESIDENT_UID, VEHICLE_UID } from '../uids';

/** What the parts of a file ask for. */
export interface PartDefinition {
  uid: string;
  add: z.ZodObject;
  change: z.ZodObject;
  /** From when it is so, until when. */
  span: [from: string, until: string];
  /** What makes it one of those that are over. */
  endedBy: string;
}

const day = () => z.iso.date().meta({ widget: 'date' });
const count = (min: number, max: number) => z.number().int().min(min).max(max).meta({ widget: 'number' });

/** The forms of a part: what must be there stays, what may be left out may be emptied. */
const part = <M extends z.ZodRawShape, O extends z.ZodRawShape>(
  definition: Omit<PartDefinition, 'add' | 'change'>,
  must: M,
  may: O
): PartDefinition => {
  const each = (shape: z.ZodRawShape, how: (schema: z.ZodType) => z.ZodType) =>
    Object.fromEntries(Object.entries(shape).map(([name, schema]) => [name, how(schema as z.ZodType)]));
  return {
    ...definition,
    add: z.strictObject({ ...must, ...each(may, optional) }),
    change: z.strictObject({ ...each(must, optional), ...each(may, clearable) }),
  };
};

const since = { from: field.instant(), until: field.instant() };

/** The parts of a household's file (article 12.1), with what each is made of. */
export const PARTS: Record<FilePart, PartDefinition> = {
  resident: part(
    { uid: RESIDENT_UID, span: ['movedInAt', 'movedOutAt'], endedBy: 'movedOutAt' },
    { name: field.text(50), kind: field.choice(RESIDENT_KINDS, 'resident.kind') },
    {
      relation: field.text(20),
      telephone: field.telephone(),
      identityNumber: field.text(30),
      mail: field.mail(),
      agreesToMail: field.yes(),
      agreesToText: field.yes(),
      movedInAt: field.instant(),
      movedOutAt: field.instant(),
    }
  ),
  vehicle: part(
    { uid: VEHICLE_UID, span: ['from', 'until'], endedBy: 'until' },
    { plate: field.text(12) },
    {
      resident: field.ref('member'),
      parkingSpace: field.ref('parkingSpace'),
      brand: field.text(40),
      colour: field.text(20),
      energy: field.choice(VEHICLE_ENERGIES, 'vehicle.energy'),
      ...since,
      notes: field.longText(),
    }
  ),
  'parking-space': part(
    { uid: PARKING_SPACE_UID, span: ['from', 'until'], endedBy: 'until' },
    { number: field.text(30), kind: field.choice(PARKING_KINDS, 'parking-space.kind') },
    { place: field.text(60), ...since, notes: field.longText() }
  ),
  key: part(
    { uid: KEY_UID, span: ['from', 'until'], endedBy: 'until' },
    { number: field.text(30), name: field.text(60) },
    { place: field.text(60), copies: count(1, 100), ...since, notes: field.longText() }
  ),
  renovation: part(
    { uid: RENOVATION_UID, span: ['startsOn', 'endsOn'], endedBy: 'inspectedAt' },
    { progress: field.choice(RENOVATION_PROGRESS, 'renovation.progress') },
    {
      permitNumber: field.text(40),
      content: field.longText(),
      contractor: field.text(80),
      contactName: field.text(50),
      contactTelephone: field.telephone(),
      startsOn: day(),
      endsOn: day(),
      depositFen: field.money(),
      inspectedAt: field.instant(),
      notes: field.longText(),
    }
  ),
  'household-paper': part(
    { uid: HOUSEHOLD_PAPER_UID, span: ['receivedAt', 'until'], endedBy: 'until' },
    { kind: field.choice(PAPER_KINDS, 'household-paper.kind'), name: field.text(100) },
    {
      resident: field.ref('member'),
      paperPlace: field.text(60),
      receivedAt: field.instant(),
      until: field.instant(),
      notes: field.longText(),
    }
  ),
};

/** Whether a file has parts of this name. */
export const isPart = (name: string): name is FilePart => (FILE_PARTS as readonly string[]).includes(name);

/** What may be entered about the flat itself. */
export const FACTS = z.strictObject({
  responsible: clearable(field.ref('staff')),
  occupancy: clearable(field.choice(OCCUPANCIES, 'household.occupancy')),
  paperPlace: clearable(field.text(60)),
  area: clearable(z.number().min(0).max(100_000).meta({ widget: 'number' })),
  notes: clearable(field.longText()),
});
