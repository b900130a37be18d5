import type { DocumentKind, Secrecy } from '../../../../contracts';
import type { Acting, CaseRow } from '../../kernel/workflow/define';
import { COMMUNITY_UID } from '../staff';
import { LONGEST_TITLE } from './inputs';
import { livingOf } from './queries';
import type { DocumentRow } from './row';
import { documentWorkflow } from './workflow';

/** What of a case goes into the archive. */
export interface Published {
  /** Name of the case's type. */
  type: string;
  kind: DocumentKind;
  title: string;
  /** Tells one publication of the same case from the next. */
  version?: string;
  /** Which of the type's papers it is; its `print` where none is named. */
  paper?: string;
  secrecy?: Secrecy;
}

const shortened = (text: string): string =>
  text
    .trim()
    .slice(0, LONGEST_TITLE)
    .replace(/\p{Surrogate}$/u, '');

/**
 * Files what an action has just published, in the action's own transaction; the clock makes the electronic copy after
 * the commit. Once for each source and version: an index refuses a second.
 */
export const fileDocument = async <C extends CaseRow>(
  acting: Acting<C>,
  { type, kind, title, version = '1', paper, secrecy }: Published
): Promise<DocumentRow> => {
  const { case: source, now, dayKey } = acting;
  const { row } = await acting.start(
    documentWorkflow,
    'file-published',
    {
      community: await acting.documentId(COMMUNITY_UID, source.community),
      kind,
      title: shortened(title),
      date: dayKey(now).replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3'),
      secrecy,
      source: type,
      sourceDocumentId: source.documentId,
      sourceVersion: version,
      sourceNumber: source.number ?? undefined,
      sourcePaper: paper,
    },
    'system'
  );
  return row;
};

/** Tells the archive that what was filed has been withdrawn, repealed or superseded: its document says so from now on. */
export const sourceHasMoved = async <C extends CaseRow>(
  acting: Acting<C>,
  type: string,
  reason?: string | null
): Promise<void> => {
  const { case: source, trx } = acting;
  for (const documentId of await livingOf(trx, type, source.documentId))
    await acting.act(
      documentWorkflow,
      documentId,
      'source-moved',
      { sourceState: source.state, reason: reason ?? undefined },
      'system'
    );
};
