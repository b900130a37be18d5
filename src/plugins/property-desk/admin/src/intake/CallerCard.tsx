import { Flex, Radio, Typography } from '@strapi/design-system';
import type { HouseholdCard } from '../../../contracts';
import { HouseholdWarnings } from '../households/HouseholdAside';
import { HouseholdLink } from '../households/HouseholdLink';
import { CaseLink } from '../kernel/case/CaseLink';
import { uidOf } from '../kernel/case/links';
import { useWords } from '../kernel/words';
import type { Caller } from './caller';
import { Notice } from '../kernel/Notice';

interface CallerCardProps {
  caller: Caller;
  card: HouseholdCard | null;
  /** They will not be named: then nothing on the form says who they are. */
  nameless: boolean;
  reporterName: unknown;
  onReporter: (name: string) => void;
}

/** Whom the form is for, who of the household is speaking, and what is already open for them. */
export function CallerCard({ caller, card, nameless, reporterName, onReporter }: CallerCardProps) {
  const words = useWords();
  const { t } = words;
  const { household, community } = caller;
  const openCases = card?.cases ?? household?.openCases ?? [];

  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Flex gap={3} wrap="wrap" alignItems="baseline">
        <Typography variant="beta" tag="h2">
          {nameless ? t('intake.nameless') : (household?.name ?? t('intake.publicPlace'))}
        </Typography>
        <Typography textColor="neutral600">{community.name}</Typography>
        {!nameless && household && (
          <HouseholdLink documentId={household.documentId}>{t('intake.openFile')}</HouseholdLink>
        )}
      </Flex>
      {!nameless && household && household.residents.length > 0 && (
        <Radio.Group
          value={typeof reporterName === 'string' ? reporterName : ''}
          onValueChange={onReporter}
          aria-label={t('intake.speaking')}
        >
          <Flex gap={4} wrap="wrap">
            {household.residents.map(({ documentId, name, kind, telephone }) => (
              <Radio.Item key={documentId} value={name}>
                {[name, words.first([`resident.kind.${kind}`], ''), telephone].filter(Boolean).join(' ')}
              </Radio.Item>
            ))}
          </Flex>
        </Radio.Group>
      )}
      {nameless && household && (
        <Typography variant="pi" textColor="neutral600">
          {t('intake.namelessHow')}
        </Typography>
      )}
      {!nameless && card && <HouseholdWarnings card={card} />}
      {!nameless && openCases.length > 0 && (
        <Notice variant="warning" title={t('intake.alreadyOpen', { count: openCases.length })}>
          <Flex tag="span" role="list" direction="column" alignItems="flex-start">
            {openCases.map((item) => (
              <span role="listitem" key={item.documentId}>
                <CaseLink {...item} uid={uidOf(item.type)} />
              </span>
            ))}
          </Flex>
        </Notice>
      )}
    </Flex>
  );
}
