import { Badge, Box, Flex, Link, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import type { NotificationItem } from '../../../contracts';
import { useCaseLink } from '../kernel/case/links';
import { useNow } from '../kernel/clock/ticker';
import { useTimes } from '../kernel/clock/times';
import { useWords } from '../kernel/words';
import { sentenceOf } from './sentence';

interface NotificationLineProps {
  item: NotificationItem;
  onRead: (item: NotificationItem) => void;
}

/** Why somebody is told, about which case, and since when. Opening the case marks it as read. */
export function NotificationLine({ item, onRead }: NotificationLineProps) {
  const words = useWords();
  const { t } = words;
  const times = useTimes();
  const now = useNow();
  const caseLink = useCaseLink();
  const { case: about, readAt, urgent, dueAt, community } = item;
  const name = [about.number, about.title].filter(Boolean).join(' ') || t(`case.${about.type}`);
  return (
    <Box
      tag="li"
      padding={4}
      borderColor="neutral150"
      borderWidth="0 0 1px 0"
      borderStyle="solid"
      background={readAt ? undefined : 'primary100'}
      data-unread={readAt === null}
    >
      <Flex gap={2} wrap="wrap" alignItems="baseline">
        {urgent && <Badge variant="danger">{t('notifications.urgent')}</Badge>}
        <Typography fontWeight={readAt ? 'regular' : 'bold'}>{sentenceOf(words, item)}</Typography>
        {about.uid ? (
          <Link tag={NavLink} to={caseLink(about.uid, about.documentId)} onClick={() => onRead(item)}>
            {name}
          </Link>
        ) : (
          <Typography textColor="neutral600">{name}</Typography>
        )}
      </Flex>
      <Typography variant="pi" textColor="neutral600" tag="div" paddingTop={1}>
        {[
          times.moment(item.at, now),
          community?.name,
          dueAt && t('notifications.due', { due: times.moment(dueAt, now) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </Typography>
    </Box>
  );
}
