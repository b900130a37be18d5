import { Button } from '@strapi/design-system';
import type { Failure } from '../kernel/failure';
import { Notice } from '../kernel/Notice';
import { useWords } from '../kernel/words';

interface FailureNoteProps {
  failure: Failure;
  /** Something older is still shown. */
  stale?: boolean;
  onAgain: () => void;
}

/** Says what could not be read, and tries again. */
export function FailureNote({ failure, stale = false, onAgain }: FailureNoteProps) {
  const { t } = useWords();
  return (
    <Notice
      variant="warning"
      title={t(stale ? 'error.stale' : 'error.failed')}
      action={
        <Button variant="tertiary" size="S" onClick={onAgain}>
          {t('library.again')}
        </Button>
      }
    >
      {failure.kind === 'offline' ? t('error.offline') : failure.message}
    </Notice>
  );
}
