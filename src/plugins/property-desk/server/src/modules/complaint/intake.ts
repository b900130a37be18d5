import type { Evidence } from '../../../../contracts';
import { invalid } from '../../kernel/errors';
import type { Row } from '../../kernel/storage/rows';
import type { Acting } from '../../kernel/workflow/define';
import { HOUSEHOLD_UID } from '../household';
import { BUILDING_UID } from '../staff';
import { contactOf } from './contact';
import { colleagueAt } from './people';
import { repeating } from './repeats';
import { COMPLAINT_CATEGORY_UID, type ComplaintRow } from './row';
import { codeSecret, newCode } from './secret';

type Changing = Acting<ComplaintRow>;

const CASE_FILE_UID = 'plugin::property-desk.case-file';

/** The category that was entered; one that is no longer used is refused. */
export const categoryOf = async (acting: Changing): Promise<Row | null> => {
  const category = await acting.ref('category', COMPLAINT_CATEGORY_UID);
  if (category && !category.active) throw invalid('category', 'error.categoryInactive');
  return category;
};

/** How the category stands in the record. */
export const filed = (category: Row | null) => (category ? { category: category.id, categoryName: category.name } : {});

/** What it is about: a public place if one is named, else the home of whoever complains; it may be neither. */
const placeOf = async (acting: Changing) => {
  const household = await acting.ref('household', HOUSEHOLD_UID);
  const building = await acting.ref('building', BUILDING_UID);
  const { publicPlace } = acting.input;
  const named = publicPlace || building || !household;
  return {
    household: household?.id ?? null,
    building: building?.id ?? (publicPlace ? null : ((household?.building as number) ?? null)),
    publicPlace: publicPlace ?? null,
    place: named ? [building?.name, publicPlace].filter(Boolean).join(' ') : (household.name as string),
  };
};

const sourceOf = ({ actor, input }: Changing) => {
  if (actor.kind === 'token') return 'integration';
  if (actor.kind === 'resident') return 'web';
  if (!input.source) throw invalid('source', 'error.sourceMissing');
  return input.source;
};

/** Whoever is signed in would be named by the ledger: to stay anonymous they come by the other door. */
const checkAnonymity = ({ actor, input }: Changing) => {
  if (input.anonymous && actor.residents?.length) throw invalid('anonymous', 'error.anonymousApart');
};

/** Taken down as it came. */
export const lodged = async (acting: Changing) => {
  const { actor, input } = acting;
  checkAnonymity(acting);
  const contact = contactOf(acting);
  const where = await placeOf(acting);
  if (actor.kind === 'resident' && where.household && !actor.residents?.some(({ home }) => home === where.household))
    throw invalid('household', 'error.unknownReference', { field: { word: 'field.household' } });
  const { kind, content, demands, evidence } = input;
  const about = { kind, ...where, ...filed(await categoryOf(acting)) };
  const anonymous = input.anonymous ?? false;
  const code = anonymous ? newCode() : null;
  if (code) acting.sayOnce('code', code);
  return {
    ...about,
    ...contact,
    ...(await repeating(acting, about)),
    anonymous,
    content,
    demands: demands ?? null,
    evidence: evidence ?? [],
    source: sourceOf(acting),
    codeHash: code && acting.digest(codeSecret(code)),
    praised: input.praised ? (await colleagueAt(acting, 'praised')).id : null,
    followUpAttempts: 0,
  };
};

/** Evidence names files of this very case. */
const checkFiles = async (acting: Changing) => {
  for (const [index, { file }] of ((acting.input.evidence ?? []) as Evidence[]).entries()) {
    if (!file) continue;
    const path = `evidence.${index}.file`;
    const found = await acting.ref(path, CASE_FILE_UID, file);
    if (found?.caseDocumentId !== acting.case.documentId)
      throw invalid(path, 'error.unknownReference', { field: { word: 'field.file' } });
  }
};

/** Contacts as they will be; what was left out stays. */
const amendedContact = (acting: Changing) => {
  const { case: complaint, input } = acting;
  const named = ['reporterName', 'contactTelephone', 'contactMail', 'contactWay'] as const;
  const given = Object.fromEntries(
    named.filter((name) => input[name] !== undefined).map((name) => [name, input[name]])
  );
  if (Object.keys(given).length === 0) return {};
  const { reporterName, contactTelephone, contactMail, contactWay } = complaint;
  const kept = Object.fromEntries(
    Object.entries({ reporterName, contactTelephone, contactMail, contactWay }).filter(([, value]) => value !== null)
  );
  const merged = complaint.anonymous ? { ...given, anonymous: true } : { ...kept, ...given };
  contactOf({ input: merged });
  return given;
};

/** Corrected descriptive fields; what was left out stays. */
export const amended = async (acting: Changing) => {
  const { case: complaint, input } = acting;
  const { kind, content, demands, evidence } = input;
  if (kind && kind !== complaint.kind && complaint.state !== 'received')
    throw invalid('kind', 'error.kindBeforeClassifying');
  await checkFiles(acting);
  const given = Object.entries({ kind, content, demands, evidence }).filter(([, value]) => value !== undefined);
  const changed = {
    ...Object.fromEntries(given),
    ...amendedContact(acting),
    ...filed(await categoryOf(acting)),
    ...(input.praised ? { praised: (await colleagueAt(acting, 'praised')).id } : {}),
  };
  if (Object.keys(changed).length === 0) throw invalid('content', 'error.nothingToAmend');
  return changed;
};
