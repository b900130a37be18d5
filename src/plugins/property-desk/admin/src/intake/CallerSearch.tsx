import { useNavigate } from 'react-router-dom';
import type { Ref } from '../../../contracts';
import type { Choice } from '../household-search/choices';
import { HouseholdSearch } from '../household-search/HouseholdSearch';
import { useCaseLink } from '../kernel/case/links';
import { useWords } from '../kernel/words';
import type { Caller } from './caller';

interface CallerSearchProps {
  communities: Ref[];
  query: string;
  onQuery: (query: string) => void;
  onChoose: (caller: Caller) => void;
}

/** Who is calling: a household of the archive, or somebody about a public place; a case number leads to the case. */
export function CallerSearch({ communities, query, onQuery, onChoose }: CallerSearchProps) {
  const { t } = useWords();
  const navigate = useNavigate();
  const caseLink = useCaseLink();

  const choose = (choice: Choice) => {
    if (choice.kind === 'case') navigate(caseLink(choice.found.uid, choice.found.documentId));
    if (choice.kind === 'household') onChoose({ household: choice.household, community: choice.household.community });
    const community = communities.find(({ documentId }) => documentId === choice.key);
    if (choice.kind === 'extra' && community) onChoose({ household: null, community });
  };

  return (
    <HouseholdSearch
      focused
      label={t('intake.search')}
      query={query}
      onQuery={onQuery}
      onChoose={choose}
      extras={communities.map(({ documentId, name }) => ({
        key: documentId,
        label: t('intake.public', { community: name }),
      }))}
    />
  );
}
