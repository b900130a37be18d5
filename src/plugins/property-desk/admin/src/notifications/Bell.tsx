import { Badge, Box, Flex, Typography, VisuallyHidden } from '@strapi/design-system';
import { Bell as BellIcon } from '@strapi/icons';
import { NavLink } from 'react-router-dom';
import { styled } from 'styled-components';
import { listLink } from '../kernel/case/links';
import { useWords } from '../kernel/words';
import { useBell } from './useBell';

/** More is not counted on a bell. */
const MOST = 99;

const Way = styled(NavLink)`
  text-decoration: none;
  color: ${({ theme }) => theme.colors.neutral800};
  &:hover,
  &.active {
    background: ${({ theme }) => theme.colors.primary100};
  }
`;

/** The bell in the desk's menu: how much is unread, and the way to it. */
export function Bell() {
  const { t } = useWords();
  const unread = useBell();
  return (
    <Box paddingLeft={5} paddingRight={5} paddingBottom={2}>
      <Flex tag={Way} to={listLink('notifications')} gap={2} padding={2} hasRadius>
        <BellIcon aria-hidden width="1.6rem" height="1.6rem" />
        <Typography>{t('notifications.title')}</Typography>
        {unread > 0 && (
          <>
            <Badge variant="danger" data-testid="unread">
              {unread > MOST ? `${MOST}+` : unread}
            </Badge>
            <VisuallyHidden>{t('notifications.unread')}</VisuallyHidden>
          </>
        )}
      </Flex>
    </Box>
  );
}
