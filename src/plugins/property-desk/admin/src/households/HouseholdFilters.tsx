import { Checkbox, Flex } from '@strapi/design-system';
import { OCCUPANCIES } from '../../../contracts';
import { choicesOf, Pick } from '../kernel/list/Pick';
import { useOptions } from '../kernel/form/fields/useOptions';
import { useWords } from '../kernel/words';
import { narrowedBy, type HouseholdFilter } from './filters';

interface HouseholdFiltersProps {
  filter: HouseholdFilter;
  onChange: (filter: HouseholdFilter) => void;
}

/** Buildings and people of one community. */
function Within({ community, filter, onChange }: HouseholdFiltersProps & { community: string }) {
  const { t } = useWords();
  const { options: buildings } = useOptions('buildings', community);
  const { options: people } = useOptions('staff', community);
  return (
    <>
      <Pick
        label={t('field.building')}
        value={filter.building}
        choices={choicesOf(buildings ?? [])}
        onPick={(value) => onChange(narrowedBy(filter, 'building', value))}
      />
      <Pick
        label={t('field.responsible')}
        value={filter.responsible}
        choices={choicesOf(people ?? [])}
        onPick={(value) => onChange(narrowedBy(filter, 'responsible', value))}
      />
    </>
  );
}

/** What the list of files is narrowed to. */
export function HouseholdFilters({ filter, onChange }: HouseholdFiltersProps) {
  const { t } = useWords();
  const { options } = useOptions('communities', null);
  const communities = options ?? [];
  // Who works in one community only need not say which.
  const community = filter.community ?? (communities.length === 1 ? communities[0]?.documentId : undefined);
  return (
    <Flex gap={3} wrap="wrap" role="search" aria-label={t('list.filter')}>
      {communities.length > 1 && (
        <Pick
          label={t('list.community')}
          value={filter.community}
          choices={choicesOf(communities)}
          onPick={(value) => onChange(narrowedBy(filter, 'community', value))}
        />
      )}
      {community && <Within key={community} community={community} filter={filter} onChange={onChange} />}
      <Pick
        label={t('field.occupancy')}
        value={filter.occupancy}
        choices={OCCUPANCIES.map((value) => ({ value, text: t(`household.occupancy.${value}`) }))}
        onPick={(value) => onChange(narrowedBy(filter, 'occupancy', value))}
      />
      <Checkbox
        checked={filter.incomplete === 'true'}
        onCheckedChange={(only) => onChange(narrowedBy(filter, 'incomplete', only === true ? 'true' : null))}
      >
        {t('households.incompleteOnly')}
      </Checkbox>
    </Flex>
  );
}
