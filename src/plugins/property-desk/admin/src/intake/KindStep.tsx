import * as React from 'react';
import { Box, Button, Flex, Typography } from '@strapi/design-system';
import type { AvailableAction, HouseholdCard } from '../../../contracts';
import { HouseholdCases, HouseholdMembers, HouseholdWarnings } from '../households/HouseholdAside';
import { HouseholdLink } from '../households/HouseholdLink';
import { KeyHint } from '../kernel/case/KeyHint';
import { useShortcuts } from '../kernel/shortcuts';
import { useWords } from '../kernel/words';
import type { Caller } from './caller';
import { KINDS, nextKind, type Kind } from './kinds';

interface KindStepProps {
  caller: Caller;
  /** What the archive and the desk know of them; null until it is there, or where the call is about a public place. */
  card: HouseholdCard | null;
  starts: Record<string, AvailableAction>;
  /** The kind that was chosen before, whose button has the focus. */
  kind: Kind;
  onKind: (kind: Kind) => void;
  onBack: () => void;
}

/** Who calls, what is open for them and what to know first; then what it is about, one key each. */
export function KindStep({ caller, card, starts, kind, onKind, onBack }: KindStepProps) {
  const { t } = useWords();
  const buttons = React.useRef<HTMLDivElement>(null);
  const { household, community } = caller;
  const may = ({ type }: Kind) => starts[type]?.allowed === true;
  const first = may(kind) ? kind : (KINDS.find(may) ?? kind);
  const focus = React.useCallback((key: string) => {
    buttons.current?.querySelector<HTMLElement>(`[data-kind=${key}]`)?.focus();
  }, []);
  React.useEffect(() => focus(first.key), [focus, first.key]);

  useShortcuts('page', [
    ...KINDS.map((each, index) => ({
      keys: String(index + 1),
      says: t(`intake.kind.${each.key}`),
      run: () => onKind(each),
      off: !may(each),
    })),
    { keys: 'Escape', says: t('shortcuts.otherCaller'), run: onBack },
  ]);

  return (
    <Box background="neutral0" hasRadius shadow="tableShadow" padding={6}>
      <Flex direction="column" alignItems="stretch" gap={5}>
        <Flex gap={3} wrap="wrap" alignItems="baseline">
          <Typography variant="beta" tag="h2">
            {household?.name ?? t('intake.publicPlace')}
          </Typography>
          <Typography textColor="neutral600">
            {[community.name, household?.fileNumber].filter(Boolean).join(' · ')}
          </Typography>
          {household && <HouseholdLink documentId={household.documentId}>{t('intake.openFile')}</HouseholdLink>}
        </Flex>
        <Box>
          <Typography tag="h3" variant="sigma" textColor="neutral600" paddingBottom={2}>
            {t('intake.whatAbout')}
          </Typography>
          <Flex
            ref={buttons}
            gap={3}
            wrap="wrap"
            role="group"
            aria-label={t('intake.kind')}
            onKeyDown={(event: React.KeyboardEvent) => {
              const by = ({ ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 } as const)[event.key];
              const at = (event.target as HTMLElement).dataset.kind;
              if (!by || !at) return;
              event.preventDefault();
              focus(nextKind(at, by, may).key);
            }}
          >
            {KINDS.map((each, index) => (
              <Button
                key={each.key}
                data-kind={each.key}
                size="L"
                variant={each === first ? 'default' : 'tertiary'}
                disabled={!may(each)}
                title={may(each) ? undefined : (starts[each.type]?.why ?? t('intake.notYours'))}
                onClick={() => onKind(each)}
              >
                {t(`intake.kind.${each.key}`)}
                <KeyHint digit={index + 1} />
              </Button>
            ))}
          </Flex>
        </Box>
        {card && (
          <>
            <HouseholdWarnings card={card} />
            <HouseholdCases card={card} />
            <Box>
              <Typography tag="h3" variant="pi" textColor="neutral600" paddingBottom={2}>
                {t('intake.members')}
              </Typography>
              <HouseholdMembers card={card} />
            </Box>
          </>
        )}
        <Box>
          <Button type="button" variant="tertiary" onClick={onBack}>
            {t('intake.otherCaller')}
          </Button>
        </Box>
      </Flex>
    </Box>
  );
}
