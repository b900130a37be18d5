import { Link, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import { useWords } from '../words';
import { listLink } from './links';
import { useMay } from '../rights';

interface ArticleLinkProps {
  /** e.g. `9`, or `5(1)`: the policy keeps whole articles. */
  article: string;
  /** documentId of the policy that was in force then; none where the defaults applied. */
  policy?: string;
}

/** An article of the policy as it was in force then, for those who may read it. */
export function ArticleLink({ article, policy }: ArticleLinkProps) {
  const { t } = useWords();
  const may = useMay('policy.read');
  const words = t('article.nth', { number: article });
  const number = Number.parseInt(article, 10);
  return policy && may && Number.isFinite(number) ? (
    <Link tag={NavLink} to={`${listLink('policies')}/${policy}#article-${number}`}>
      {words}
    </Link>
  ) : (
    <Typography variant="pi" textColor="neutral600">
      {words}
    </Typography>
  );
}
