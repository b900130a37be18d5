import { Field, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { useCommunities } from '../../useCommunities';
import { useWords } from '../../words';

const NOBODY = 'nobody';

/** With whom a view is shared: nobody, or the colleagues of one community. */
export function ShareField({
  value,
  onChange,
  label = true,
}: {
  value: string | null;
  onChange: (community: string | null) => void;
  label?: boolean;
}) {
  const { t } = useWords();
  const communities = useCommunities();
  return (
    <Field.Root name="community">
      {label && <Field.Label>{t('view.share')}</Field.Label>}
      <SingleSelect
        size="S"
        aria-label={t('view.share')}
        value={value ?? NOBODY}
        onChange={(chosen) => onChange(chosen === NOBODY ? null : String(chosen))}
      >
        {[
          <SingleSelectOption key={NOBODY} value={NOBODY}>
            {t('view.shareNobody')}
          </SingleSelectOption>,
          ...communities.map(({ documentId, name }) => (
            <SingleSelectOption key={documentId} value={documentId}>
              {t('view.shareWith', { community: name })}
            </SingleSelectOption>
          )),
        ]}
      </SingleSelect>
    </Field.Root>
  );
}
