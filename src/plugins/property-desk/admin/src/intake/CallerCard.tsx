import { Alert, Flex, Link, Radio, Typography } from '@strapi/design-system';
import { caseLink, uidOf } from '../kernel/case/links';
import { stateName, useWords } from '../kernel/words';
import type { Caller } from './caller';

interface CallerCardProps {
  caller: Caller;
  reporterName: unknown;
  onReporter: (name: string) => void;
}

/** Whom the form is for, who of the household is speaking, and what is already open for them. */
export function CallerCard({ caller, reporterName, onReporter }: CallerCardProps) {
  const words = useWords();
  const { t } = words;
  const { household, community } = caller;
  const openCases = household?.openCases ?? [];

  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Flex gap={3} wrap="wrap" alignItems="baseline">
        <Typography variant="beta" tag="h2">
          {household?.name ?? t('intake.publicPlace')}
        </Typography>
        <Typography textColor="neutral600">{community.name}</Typography>
      </Flex>
      {household && household.residents.length > 0 && (
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
      {openCases.length > 0 && (
        <Alert
          variant="warning"
          closeLabel={t('form.close')}
          title={t('intake.alreadyOpen', { count: openCases.length })}
        >
          <Flex tag="span" role="list" direction="column" alignItems="flex-start">
            {openCases.map(({ type, documentId, number, title, state }) => (
              <span role="listitem" key={documentId}>
                {/* A tab of its own: the form here is not finished. */}
                <Link href={`/admin${caseLink(uidOf(type), documentId)}`} isExternal>
                  {number} {title} {t('form.aside', { text: stateName(words, type, state) })}
                </Link>
              </span>
            ))}
          </Flex>
        </Alert>
      )}
    </Flex>
  );
}
