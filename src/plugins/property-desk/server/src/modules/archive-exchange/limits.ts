import type { Acting } from '../../kernel/workflow/define';
import type { ExportRow, ImportRow } from './row';

/** A book that would change nothing has nothing to confirm. */
export const somethingToWrite = ({ case: row }: Pick<Acting<ImportRow>, 'case'>): string | null =>
  (row.added ?? 0) + (row.changed ?? 0) > 0 ? null : 'error.archive.nothingToWrite';

/** Who asks for an export does not grant it. */
export const notRequester = ({
  case: { requestedBy, requesterName },
  actor,
}: Pick<Acting<ExportRow>, 'case' | 'actor'>) =>
  (requestedBy !== null ? requestedBy === actor.staff?.id : requesterName === actor.name && !actor.staff)
    ? 'error.archive.notRequester'
    : null;

/** An export is taken back by whoever asked for it. */
export const onlyRequester = (acting: Pick<Acting<ExportRow>, 'case' | 'actor'>) =>
  notRequester(acting) ? null : 'error.archive.onlyRequester';
