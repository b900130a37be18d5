import { Box } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import { styled } from 'styled-components';
import { listLink } from '../kernel/case/links';
import { useWords } from '../kernel/words';
import { addressOf } from './pieces';

const Row = styled.nav`
  display: flex;
  flex-wrap: wrap;
  gap: 0.4rem 1.2rem;
  a {
    font-size: 1.3rem;
    color: ${({ theme }) => theme.colors.primary600};
    text-decoration: none;
  }
  a:hover {
    text-decoration: underline;
  }
`;

const ANY = { q: '', category: null, article: null, tag: null, state: 'published' };

/** The library, narrowed to what this says. */
export const libraryLink = (wanted: { tag?: string; article?: string; category?: string }): string =>
  `${listLink('case-studies')}?${addressOf({ ...ANY, ...wanted }).toString()}`;

/** What a case is found by; each leads to the cases that share it. */
export function Tags({ tags }: { tags: string[] }) {
  const { t } = useWords();
  if (tags.length === 0) return <Box />;
  return (
    <Row aria-label={t('field.tags')}>
      {tags.map((tag) => (
        <Link key={tag} to={libraryLink({ tag })}>
          #{tag}
        </Link>
      ))}
    </Row>
  );
}
