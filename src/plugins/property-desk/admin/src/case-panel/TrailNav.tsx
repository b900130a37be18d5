import { Flex, Link, Typography } from '@strapi/design-system';
import { ArrowLeft, CaretDown } from '@strapi/icons';
import { NavLink, useNavigate } from 'react-router-dom';
import { DESK, listLink } from '../kernel/case/links';
import { useTrail } from '../kernel/case/trail';
import { useShortcuts } from '../kernel/shortcuts';
import { useWords } from '../kernel/words';

/** Back to where one came from, and to the case before and after this one in that list: `[` and `]`. */
export function TrailNav({ back }: { back?: string }) {
  const { t } = useWords();
  const navigate = useNavigate();
  const trail = useTrail();
  const { before = null, after = null } = trail?.standing ?? {};
  useShortcuts('page', [
    { keys: '[', says: t('trail.before'), run: () => before && navigate(before), off: !before },
    { keys: ']', says: t('trail.after'), run: () => after && navigate(after), off: !after },
  ]);
  const home = trail
    ? { to: trail.back, word: trail.word }
    : { to: back ? listLink(back) : DESK, word: back ? `list.title.${back}` : 'nav.desk' };
  return (
    <Flex gap={4} wrap="wrap">
      <Link tag={NavLink} to={home.to} startIcon={<ArrowLeft />}>
        {t(home.word)}
      </Link>
      {trail && trail.standing.of > 1 && (
        <Flex gap={3} tag="nav" aria-label={t('trail.title')}>
          {before && (
            <Link
              tag={NavLink}
              to={before}
              aria-keyshortcuts="["
              startIcon={<CaretDown style={{ transform: 'rotate(90deg)' }} />}
            >
              {t('trail.before')}
            </Link>
          )}
          <Typography variant="pi" textColor="neutral600">
            {t('photos.at', { at: trail.standing.at, of: trail.standing.of })}
          </Typography>
          {after && (
            <Link
              tag={NavLink}
              to={after}
              aria-keyshortcuts="]"
              endIcon={<CaretDown style={{ transform: 'rotate(-90deg)' }} />}
            >
              {t('trail.after')}
            </Link>
          )}
        </Flex>
      )}
    </Flex>
  );
}
