import { Box, Flex, Link, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import type { TeamMember } from '../../../contracts';
import { listLink } from '../kernel/case/links';
import { roleName, useWords } from '../kernel/words';
import { useMay } from '../kernel/rights';

/** How much each person has open and overdue, the most overdue first; a name leads to their list. */
export function TeamLoad({ team }: { team: TeamMember[] }) {
  const words = useWords();
  const { t } = words;
  const mayRead = useMay('obligations.read');
  const most = Math.max(1, ...team.map(({ open }) => open));
  return (
    <Box tag="ul" style={{ listStyle: 'none' }} padding={4} paddingTop={1}>
      {team.map(({ documentId, name, role, open, overdue }) => (
        <Flex tag="li" key={documentId} gap={3} paddingTop={1} paddingBottom={1} wrap="wrap">
          <Box flex="0 0 18rem">
            {mayRead ? (
              <Link tag={NavLink} to={`${listLink('obligations')}?owner=${documentId}&state=open,overdue`}>
                {name}
              </Link>
            ) : (
              <Typography>{name}</Typography>
            )}{' '}
            <Typography variant="pi" textColor="neutral600">
              {roleName(words, role)}
            </Typography>
          </Box>
          <Flex flex="1 1 12rem" height="0.8rem" background="neutral150" hasRadius aria-hidden overflow="hidden">
            <Box background="danger500" height="100%" width={`${(overdue / most) * 100}%`} />
            <Box background="primary500" height="100%" width={`${((open - overdue) / most) * 100}%`} />
          </Flex>
          <Box flex="0 0 16rem">
            <Typography>{t('desk.team.open', { count: open })}</Typography>{' '}
            {overdue > 0 && (
              <Typography textColor="danger600" fontWeight="semiBold">
                {t('desk.chipOverdue', { count: overdue })}
              </Typography>
            )}
          </Box>
        </Flex>
      ))}
    </Box>
  );
}
