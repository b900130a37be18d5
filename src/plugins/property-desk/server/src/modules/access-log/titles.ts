import type { Kernel } from '../../kernel/kernel';
import type { Row } from '../../kernel/storage/rows';
import { recordsOf } from './queries';

const OURS = 'plugin::property-desk.';

interface Schema {
  config?: { settings?: { mainField?: string } };
}

/** The content type behind a name in the log, which is a uid or a case type; null where it is neither. */
export const uidOf = ({ definitions, strapi }: Kernel, type: string): string | null => {
  const uid = definitions.get(type)?.uid ?? (type.startsWith(OURS) ? type : `${OURS}${type}`);
  return strapi.contentTypes[uid as keyof typeof strapi.contentTypes] ? uid : null;
};

/** The names under which a content type or case type stands in the log. */
export const namesOf = (kernel: Kernel, type: string): string[] => {
  const uid = uidOf(kernel, type);
  const cases = [...kernel.definitions.values()].filter((definition) => definition.uid === uid);
  return [...new Set([type, ...(uid ? [uid] : []), ...cases.map(({ name }) => name)])];
};

/** What records are called, by type and documentId; one statement for each type. Values that are sealed name nothing. */
export const titlesOf = async (
  kernel: Kernel,
  looked: { type: string; documentId: string }[]
): Promise<Map<string, string>> => {
  const { strapi, confidential, definitions } = kernel;
  const byUid = new Map<string, Set<string>>();
  for (const { type, documentId } of looked) {
    const uid = uidOf(kernel, type);
    if (uid && documentId) byUid.set(uid, (byUid.get(uid) ?? new Set()).add(documentId));
  }
  const titles = new Map<string, string>();
  for (const [uid, documentIds] of byUid) {
    const definition = [...definitions.values()].find((each) => each.uid === uid);
    const { config } = strapi.contentTypes[uid as keyof typeof strapi.contentTypes] as Schema;
    const main = config?.settings?.mainField ?? 'id';
    const titleOf = (row: Row): unknown => {
      if (definition) return [row.number, definition.title(row as never)].filter(Boolean).join(' ');
      return Object.hasOwn(confidential.confidentialIn(uid), main) ? null : row[main];
    };
    for (const row of await recordsOf(kernel, uid, [...documentIds])) {
      titles.set(`${uid}#${row.documentId}`, String(titleOf(row) ?? ''));
    }
  }
  return titles;
};
