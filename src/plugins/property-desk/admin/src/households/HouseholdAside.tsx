import * as React from 'react';
import { Badge, Box, Flex, Loader, Typography } from '@strapi/design-system';
import type { HouseholdCard } from '../../../contracts';
import { Reveal } from '../case-panel/Reveal';
import { CaseLine } from '../kernel/case/CaseLine';
import { useHouseholdApi } from '../kernel/householdApi';
import { type Failure, readFailure, whyOf } from '../kernel/failure';
import { useWords } from '../kernel/words';
import { HouseholdLink } from './HouseholdLink';

/** A household beside a case or a call; read once, for each look stands on the access log. */
export function useHouseholdCard(documentId: string | null): { card: HouseholdCard | null; failure: Failure | null } {
  const api = useHouseholdApi();
  const [card, setCard] = React.useState<HouseholdCard | null>(null);
  const [failure, setFailure] = React.useState<Failure | null>(null);
  React.useEffect(() => {
    setCard(null);
    setFailure(null);
    if (!documentId) return;
    let gone = false;
    api.card(documentId).then(
      (found) => !gone && setCard(found),
      (error: unknown) => !gone && setFailure(readFailure(error))
    );
    return () => {
      gone = true;
    };
  }, [api, documentId]);
  return { card, failure };
}

/** What one should know before one speaks with them. */
export function HouseholdWarnings({ card }: { card: HouseholdCard }) {
  const { t } = useWords();
  const { warnings, notes, repeatDays } = card;
  if (warnings.length === 0 && !notes) return null;
  return (
    <Box
      background="warning100"
      borderColor="warning200"
      hasRadius
      padding={3}
      role="note"
      aria-label={t('household.warnings')}
      data-testid="household-warnings"
    >
      {notes && (
        <Typography tag="p" fontWeight="semiBold" textColor="warning700" style={{ whiteSpace: 'pre-wrap' }}>
          {notes}
        </Typography>
      )}
      {warnings.map(({ code, count }) => (
        <Typography tag="p" key={code} textColor="warning700">
          {t(`household.warning.${code}`, { count, days: repeatDays })}
        </Typography>
      ))}
    </Box>
  );
}

/** Who lives there, masked. */
export function HouseholdMembers({ card }: { card: HouseholdCard }) {
  const words = useWords();
  if (card.residents.length === 0) return <Typography textColor="neutral600">{words.t('household.nobody')}</Typography>;
  return (
    <Box tag="ul" style={{ listStyle: 'none' }}>
      {card.residents.map(({ documentId, name, kind, telephone }) => (
        <Flex tag="li" key={documentId} gap={4} wrap="wrap" paddingBottom={2} alignItems="center">
          <Typography fontWeight="semiBold">{name}</Typography>
          <Badge>{words.first([`resident.kind.${kind}`], kind)}</Badge>
          {telephone && (
            <Box flex="0 1 26rem">
              <Reveal type="resident" documentId={documentId} field="telephone" masked={telephone} />
            </Box>
          )}
        </Flex>
      ))}
    </Box>
  );
}

/** What is open for them, but for what is on the page anyway. */
export function HouseholdCases({ card, besides }: { card: HouseholdCard; besides?: string }) {
  const { t } = useWords();
  const cases = card.cases.filter(({ documentId }) => documentId !== besides);
  if (cases.length === 0)
    return (
      <Typography variant="pi" textColor="neutral600">
        {t(besides ? 'household.noOtherCases' : 'household.noCases')}
      </Typography>
    );
  return (
    <Box>
      <Typography variant="pi" textColor="neutral600" tag="h3">
        {t('household.openCases', { count: cases.length })}
      </Typography>
      <Box tag="ul" style={{ listStyle: 'none' }}>
        {cases.map((item) => (
          <Flex tag="li" key={item.documentId} gap={3} wrap="wrap" paddingTop={1} alignItems="baseline">
            <CaseLine item={item} />
          </Flex>
        ))}
      </Box>
    </Box>
  );
}

/** A household beside a case: who lives there, what is open for them, what to know before one calls. */
export function HouseholdAside({ documentId, besides }: { documentId: string; besides: string }) {
  const { t } = useWords();
  const { card, failure } = useHouseholdCard(documentId);
  if (failure && failure.kind !== 'aborted') return <Typography role="alert">{whyOf(failure, t)}</Typography>;
  if (!card) return <Loader small>{t('form.loading')}</Loader>;
  return (
    <Flex direction="column" alignItems="stretch" gap={3} data-testid="household-card">
      <Flex gap={3} wrap="wrap" alignItems="baseline">
        <HouseholdLink always documentId={card.documentId}>
          {[card.name, card.fileNumber].filter(Boolean).join(' · ')}
        </HouseholdLink>
        {card.responsible && (
          <Typography variant="pi" textColor="neutral600">
            {t('household.responsibleIs', { name: card.responsible.name })}
          </Typography>
        )}
      </Flex>
      <HouseholdWarnings card={card} />
      <HouseholdMembers card={card} />
      <HouseholdCases card={card} besides={besides} />
    </Flex>
  );
}
