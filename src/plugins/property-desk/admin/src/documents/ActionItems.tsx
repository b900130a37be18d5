import * as React from 'react';
import { Box, Flex, Link, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import type { ActionItemListItem } from '../../../contracts';
import { useDeskApi } from '../kernel/api';
import { uidOf, useCaseLink } from '../kernel/case/links';
import { StateBadge } from '../kernel/case/StateBadge';
import { CaseClock } from '../kernel/clock/CaseClock';
import { promisedBy } from '../kernel/clock/reading';
import { useWords } from '../kernel/words';

/** What people took on at the meeting, and how far they are; `revision` of the minutes tells when to read it anew. */
export function ActionItems({ minutes, revision }: { minutes: string; revision: number }) {
  const { t } = useWords();
  const api = useDeskApi();
  const link = useCaseLink();
  const [items, setItems] = React.useState<ActionItemListItem[] | null>(null);
  React.useEffect(() => {
    let gone = false;
    api.list<ActionItemListItem>('action-items', { minutes, limit: 100 }).then(
      ({ data }) => !gone && setItems(data),
      () => undefined
    );
    return () => {
      gone = true;
    };
  }, [api, minutes, revision]);
  if (!items) return null;
  return (
    <Box tag="section" aria-label={t('field.actionItems')}>
      <Typography variant="delta" tag="h3" paddingBottom={3}>
        {t('field.actionItems')}
      </Typography>
      {items.length === 0 && <Typography textColor="neutral600">{t('documents.noItems')}</Typography>}
      <Flex tag="ol" direction="column" alignItems="stretch" gap={3} style={{ listStyle: 'none' }}>
        {items.map((item) => (
          <Flex tag="li" key={item.documentId} gap={3} alignItems="flex-start" justifyContent="space-between">
            <Box>
              <Link tag={NavLink} to={link(uidOf('action-item'), item.documentId)} style={{ overflowWrap: 'anywhere' }}>
                {item.what}
              </Link>
              <Typography variant="pi" textColor="neutral600" tag="div">
                {[item.number, item.owner?.name, item.doneText].filter(Boolean).join(' · ')}
              </Typography>
              {item.dueAt && <CaseClock obligation={promisedBy(item.dueAt, item.overdue)} />}
            </Box>
            <StateBadge type="action-item" state={item.state} />
          </Flex>
        ))}
      </Flex>
    </Box>
  );
}
