import * as React from 'react';
import { Box, Button, Flex, Loader, Typography } from '@strapi/design-system';
import type { CaseDetail } from '../../../contracts';
import { Notice } from '../kernel/Notice';
import { useWords } from '../kernel/words';
import { FailureNote } from '../kernel/FailureNote';
import { Approve, type Choice } from './Approve';
import { Candidates } from './Candidates';
import { Claim } from './Claim';
import { useMatches } from './useMatches';

/** Whom somebody new may be entered as: what they say they are first. Owners come from the household's file. */
const kindsOf = (claimed: unknown): string[] => (claimed === 'tenant' ? ['tenant', 'family'] : ['family', 'tenant']);

function Card({ title, hint, children }: React.PropsWithChildren<{ title: string; hint?: string }>) {
  return (
    <Box tag="section" background="neutral0" hasRadius shadow="tableShadow" padding={6}>
      <Typography variant="delta" tag="h2">
        {title}
      </Typography>
      {hint && (
        <Typography variant="pi" textColor="neutral600" tag="p" paddingTop={1}>
          {hint}
        </Typography>
      )}
      <Box paddingTop={4}>{children}</Box>
    </Box>
  );
}

/** The claim, who it may be, and the way to say yes. */
export function Beside({ detail, onChanged }: { detail: CaseDetail; onChanged: () => void }) {
  const { t } = useWords();
  const { documentId, revision, state } = detail.case;
  const { matches, failure, again } = useMatches(documentId, revision);
  const [choice, setChoice] = React.useState<Choice | null>(null);
  const may = detail.actions.some(({ name, allowed }) => name === 'approve' && allowed);
  const { fields } = detail;
  const homes = matches?.account?.homes.map(({ name }) => name) ?? [];
  const household = matches?.household ?? null;

  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Card title={t('binding.claim')}>
        <Claim detail={detail} account={matches?.account ?? null} />
      </Card>
      <Card title={t('binding.archive')} hint={t('binding.archiveHint')}>
        <Flex direction="column" alignItems="stretch" gap={4}>
          {failure && <FailureNote failure={failure} stale={matches !== null} onAgain={again} />}
          {!matches && !failure && <Loader small>{t('binding.loading')}</Loader>}
          {matches && state !== 'pending' && (
            <Typography variant="pi" textColor="neutral600">
              {t('binding.noteDecided')}
            </Typography>
          )}
          {matches && !matches.account && <Typography>{t('binding.accountGone')}</Typography>}
          {homes.length > 0 && (
            <Notice variant="default" title={t('binding.account')}>
              {t('binding.homes', { homes: homes.join('、') })}
            </Notice>
          )}
          {matches && !household && <Typography>{t('binding.noHousehold', { room: String(fields.room) })}</Typography>}
          {matches && matches.candidates.length === 0 && household && <Typography>{t('binding.none')}</Typography>}
          {matches && matches.candidates.length > 0 && (
            <Candidates candidates={matches.candidates} onChoose={may ? setChoice : null} />
          )}
        </Flex>
      </Card>
      {may && household && (
        <Card title={t('binding.enterTitle')} hint={t('binding.enterBody', { home: household.name })}>
          <Flex gap={2} wrap="wrap">
            {kindsOf(fields.kind).map((kind) => (
              <Button
                key={kind}
                variant="secondary"
                onClick={() =>
                  setChoice({
                    input: { household: household.documentId, kind },
                    name: String(fields.name),
                    home: household.name,
                  })
                }
              >
                {t('binding.enterAs', { kind: t(`resident.kind.${kind}`) })}
              </Button>
            ))}
          </Flex>
        </Card>
      )}
      {choice && (
        <Approve
          detail={detail}
          choice={choice}
          homes={homes}
          onDone={() => {
            setChoice(null);
            onChanged();
          }}
          onClose={() => setChoice(null)}
          onConflict={onChanged}
        />
      )}
    </Flex>
  );
}
