import * as React from 'react';
import { Modal } from '@strapi/design-system';
import { useNavigate } from 'react-router-dom';
import { focusBack } from '../kernel/focusBack';
import { listLink, useCaseLink } from '../kernel/case/links';
import { useWords } from '../kernel/words';
import type { Choice } from './choices';
import { HouseholdSearch } from './HouseholdSearch';

/** Looks up a household or a case number from wherever one is; what stands below waits as it is. */
export default function FindHousehold({ onClose }: { onClose: () => void }) {
  const { t } = useWords();
  const navigate = useNavigate();
  const caseLink = useCaseLink();
  const [query, setQuery] = React.useState('');

  const choose = (choice: Choice) => {
    onClose();
    if (choice.kind === 'household') navigate(`${listLink('households')}/${choice.household.documentId}`);
    if (choice.kind === 'case') navigate(caseLink(choice.found.uid, choice.found.documentId));
  };
  return (
    <Modal.Root open onOpenChange={(open) => !open && onClose()}>
      <Modal.Content onCloseAutoFocus={focusBack}>
        <Modal.Header closeLabel={t('form.close')}>
          <Modal.Title>{t('shortcuts.find')}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <HouseholdSearch label={t('search.household')} query={query} onQuery={setQuery} onChoose={choose} focused />
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
