import * as React from 'react';
import { Box, Button, Flex, LinkButton, Typography } from '@strapi/design-system';
import { CheckCircle, ExternalLink, Phone } from '@strapi/icons';
import { NavLink } from 'react-router-dom';
import type { ActionResult } from '../../../contracts';
import { useDeskApi } from '../kernel/api';
import { CaseActions } from '../kernel/case/CaseActions';
import { useCaseLink } from '../kernel/case/links';
import { Promises } from '../kernel/case/Promises';
import { StateBadge } from '../kernel/case/StateBadge';
import { usePolled } from '../kernel/usePolled';
import { useWords } from '../kernel/words';
import type { Kind } from './kinds';
import { SecretCode } from './SecretCode';

interface SavedProps {
  kind: Kind;
  result: ActionResult;
  onNext: () => void;
}

/** The number to tell the caller, what happens next, and the way to the next caller. */
export function Saved({ kind, result, onNext }: SavedProps) {
  const { t } = useWords();
  const api = useDeskApi();
  const caseLink = useCaseLink();
  const next = React.useRef<HTMLButtonElement>(null);
  const { documentId, number, title, uid } = result.data;
  const load = React.useCallback(() => api.detail(kind.plural, documentId), [api, kind.plural, documentId]);
  const { data: detail, refresh } = usePolled(load, null);

  React.useEffect(() => next.current?.focus(), []);

  return (
    <Box background="neutral0" hasRadius shadow="tableShadow" padding={6}>
      <Flex direction="column" alignItems="stretch" gap={5}>
        <Flex gap={3} role="status">
          <CheckCircle fill="success600" width="3.2rem" height="3.2rem" aria-hidden />
          <Box>
            <Typography variant="alpha" tag="h2" data-testid="saved-number">
              {number}
            </Typography>
            <Typography textColor="neutral600">{t('intake.saved', { title })}</Typography>
            <Typography tag="p">{t('intake.readOut', { number, tail: number.slice(-4) })}</Typography>
          </Box>
          {detail && <StateBadge type={detail.case.type} state={detail.case.state} />}
        </Flex>
        {result.once?.code && <SecretCode number={number} code={result.once.code} />}
        <Promises obligations={detail?.obligations ?? result.obligations} />
        <Flex gap={2} wrap="wrap">
          <Button ref={next} size="L" aria-keyshortcuts="n" startIcon={<Phone />} onClick={onNext}>
            {t('intake.next')}
          </Button>
          <LinkButton
            tag={NavLink}
            to={caseLink(uid, documentId)}
            size="L"
            variant="tertiary"
            endIcon={<ExternalLink />}
          >
            {t('intake.open')}
          </LinkButton>
        </Flex>
        {detail && (
          <Box maxWidth="32rem">
            <Typography variant="sigma" textColor="neutral600" tag="h3" paddingBottom={2}>
              {t('intake.nextStep')}
            </Typography>
            <CaseActions quiet keys backTo={next} detail={detail} onChanged={() => void refresh()} />
          </Box>
        )}
      </Flex>
    </Box>
  );
}
