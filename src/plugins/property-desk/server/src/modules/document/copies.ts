import { SYSTEM, type Actor } from '../../kernel/access/actor';
import type { Kernel } from '../../kernel/kernel';
import { renderDocument } from '../../kernel/print';
import type { CaseRow } from '../../kernel/workflow/define';
import { restRendering, toRender, type ToRender } from './queries';
import { documentWorkflow } from './workflow';

/** Copies made in one round: a notice takes a few milliseconds, a policy of two hundred pages a tenth of a second. */
const AT_ONCE = 50;

/** How long one that could not be made is left in peace, in milliseconds. */
const PAUSE = 10 * 60_000;

/** How the engine turns away whoever comes too late. */
const LATE = new Set(['ConflictError', 'ForbiddenError', 'NotFoundError']);

/** A copy in the archive shows confidential fields masked, whoever may see more of the case itself. */
const ARCHIVIST: Actor = { ...SYSTEM, can: () => false };

const printed = async (kernel: Kernel, { source, sourceDocumentId, sourcePaper }: ToRender) => {
  const definition = kernel.definition(source);
  const print = sourcePaper ? definition?.papers?.[sourcePaper] : definition?.print;
  const row =
    definition &&
    (await kernel.rows.first(kernel.strapi.db.connection, definition.uid, {
      documentId: sourceDocumentId,
    }));
  if (!row || !print) throw new Error(`${source} ${sourceDocumentId} has no such paper`);
  const { name, document } = await print(kernel, row as CaseRow, ARCHIVIST);
  return { name, buffer: await renderDocument(document) };
};

/** Makes one copy and attaches it; false where somebody else, or another process, was quicker. */
const renderOne = async (kernel: Kernel, due: ToRender): Promise<boolean> => {
  const { documentId } = due;
  const stored = await kernel.files.store(documentId, [await printed(kernel, due)], true);
  try {
    await kernel.engine.act(documentWorkflow, {
      action: 'render',
      documentId,
      input: {},
      actor: SYSTEM,
      files: stored,
    });
    return true;
  } catch (error) {
    await kernel.files.discard(stored);
    // Somebody put a copy there meanwhile, or took the document out of the archive.
    if (LATE.has((error as Error).name)) return false;
    throw error;
  }
};

/**
 * Makes the electronic copies of what has filed itself. A process that dies on the way leaves the document as it was,
 * and the next round makes the copy; of two processes at the same document the one whose action wins attaches its own.
 */
export const renderCopies = async (kernel: Kernel, going: () => boolean = () => true): Promise<number> => {
  let made = 0;
  for (const due of await toRender(kernel, AT_ONCE)) {
    if (!going()) return made;
    try {
      if (await renderOne(kernel, due)) made += 1;
    } catch (error) {
      kernel.strapi.log.error(
        `property-desk: the electronic copy of document ${due.documentId} could not be made: ${(error as Error).message}`
      );
      await restRendering(kernel, due.documentId, new Date(kernel.clock.now().getTime() + PAUSE));
    }
  }
  return made;
};
