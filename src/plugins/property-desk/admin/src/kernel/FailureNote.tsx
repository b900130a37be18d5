import { Button } from '@strapi/design-system';
import { type Failure, whyOf } from './failure';
import { Notice } from './Notice';
import { useWords } from './words';

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
          {t('list.again')}
        </Button>
      }
    >
      {whyOf(failure, t)}
    </Notice>
  );
}
