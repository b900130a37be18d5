import { Flex, Link } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import type { Desk, DeskBoard } from '../../../contracts';
import { type Failure, whyOf } from '../kernel/failure';
import { useTimes } from '../kernel/clock/times';
import { MESSAGES } from '../kernel/case/links';
import { useWords } from '../kernel/words';
import { Notice } from '../kernel/Notice';
import { useMay } from '../kernel/rights';

/** What is wrong around the desk: no fresh data, messages that could not be delivered, promises that nobody holds. */
export function Warnings({
  desk,
  failure,
}: {
  desk: Pick<Desk & DeskBoard, 'now' | 'unowned' | 'deadMessages'> | null;
  failure: Failure | null;
}) {
  const { t } = useWords();
  const times = useTimes();
  const mayResend = useMay('outbox.retry');
  const lines: { key: string; variant: 'danger' | 'warning'; title: string; text: string; to?: string }[] = [];
  if (failure) {
    lines.push({
      key: 'stale',
      variant: 'warning',
      title: t(desk ? 'error.stale' : 'error.failed'),
      text: [whyOf(failure, t), desk ? t('desk.shownAt', { time: times.full(desk.now) }) : ''].join(' '),
    });
  }
  if (desk && desk.unowned > 0) {
    lines.push({
      key: 'unowned',
      variant: 'danger',
      title: t('desk.unowned', { count: desk.unowned }),
      text: t('desk.unownedHow'),
    });
  }
  if (desk && desk.deadMessages > 0) {
    lines.push({
      key: 'dead',
      variant: 'warning',
      title: t('desk.dead', { count: desk.deadMessages }),
      text: t(mayResend ? 'desk.deadHow' : 'desk.deadWho'),
      to: mayResend ? MESSAGES : undefined,
    });
  }
  if (lines.length === 0) return null;
  return (
    <Flex direction="column" alignItems="stretch" gap={2} paddingBottom={4}>
      {lines.map(({ key, variant, title, text, to }) => (
        <Notice
          key={key}
          variant={variant}
          title={title}
          action={
            to && (
              <Link tag={NavLink} to={to}>
                {t('desk.deadOpen')}
              </Link>
            )
          }
        >
          {text}
        </Notice>
      ))}
    </Flex>
  );
}
