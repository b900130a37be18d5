import type { ArchiveImportState } from '../../../contracts';

/** The way of an import, as people see it. */
export const STEPS = ['upload', 'check', 'confirm', 'write', 'result'] as const;

const AT: Record<ArchiveImportState, number> = {
  uploaded: 1,
  checked: 2,
  importing: 3,
  done: 4,
  failed: 4,
  cancelled: 4,
};

/** How far along the way an import in this state is. */
export const stepOf = (state: ArchiveImportState): number => AT[state];
