import * as React from 'react';
import { Button, Dialog } from '@strapi/design-system';
import { useBlocker } from 'react-router-dom';
import { focusBack } from '../../kernel/focusBack';
import { useWords } from '../../kernel/words';

/** Asks before a page with unsaved words is left; `let` opens the way once, for the page's own leaving. */
export function useUnsaved(unsaved: boolean): { dialog: React.ReactNode; let: () => void } {
  const { t } = useWords();
  const open = React.useRef(false);
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      unsaved && !open.current && currentLocation.pathname !== nextLocation.pathname
  );
  React.useEffect(() => {
    if (!unsaved) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [unsaved]);
  const dialog = blocker.state === 'blocked' && (
    <Dialog.Root open onOpenChange={(stays) => !stays && blocker.reset()}>
      <Dialog.Content onCloseAutoFocus={focusBack}>
        <Dialog.Header>{t('editor.unsaved')}</Dialog.Header>
        <Dialog.Body>{t('editor.unsavedHow')}</Dialog.Body>
        <Dialog.Footer>
          <Button fullWidth variant="tertiary" onClick={() => blocker.reset()}>
            {t('editor.stay')}
          </Button>
          <Button fullWidth variant="danger-light" onClick={() => blocker.proceed()}>
            {t('editor.leave')}
          </Button>
        </Dialog.Footer>
      </Dialog.Content>
    </Dialog.Root>
  );
  return {
    dialog,
    let: () => {
      open.current = true;
    },
  };
}
