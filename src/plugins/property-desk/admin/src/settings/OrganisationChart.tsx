import { Box, Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import { organisationOf, type Branch, type PostSetting } from '../../../contracts';
import { roleName, useWords } from '../kernel/words';

/** Lines from a post to those below it, in the colours of the design system. */
const Tree = styled.ul`
  list-style: none;
  display: flex;
  justify-content: center;
  gap: 0.8rem;
  padding-top: 2rem;
  position: relative;
  min-width: max-content;
  & & {
    margin-top: 0;
  }
  & &::before {
    content: '';
    position: absolute;
    top: 0;
    left: 50%;
    height: 2rem;
    border-left: 1px solid ${({ theme }) => theme.colors.neutral300};
  }
`;

const Leaf = styled.li`
  position: relative;
  display: flex;
  flex-direction: column;
  align-items: center;
  ${Tree} ${Tree} > & {
    padding-top: 2rem;
  }
  ${Tree} ${Tree} > &::before {
    content: '';
    position: absolute;
    top: 0;
    left: 50%;
    height: 2rem;
    border-left: 1px solid ${({ theme }) => theme.colors.neutral300};
  }
  /* The bar over brothers and sisters: from the middle of the first to the middle of the last. */
  ${Tree} ${Tree} > &::after {
    content: '';
    position: absolute;
    top: 0;
    left: -0.4rem;
    right: -0.4rem;
    border-top: 1px solid ${({ theme }) => theme.colors.neutral300};
  }
  ${Tree} ${Tree} > &:first-child::after {
    left: 50%;
  }
  ${Tree} ${Tree} > &:last-child::after {
    right: 50%;
  }
  ${Tree} ${Tree} > &:only-child::after {
    display: none;
  }
`;

interface ChartProps {
  posts: PostSetting[];
  /** Opens a post; without it the chart is for looking only. */
  onOpen?: (post: PostSetting) => void;
}

function PostBox({ post, onOpen }: { post: PostSetting; onOpen?: (post: PostSetting) => void }) {
  const words = useWords();
  const { t } = words;
  return (
    <Box
      tag="button"
      disabled={!onOpen}
      onClick={() => onOpen?.(post)}
      title={post.duties ?? undefined}
      background="neutral0"
      borderColor="neutral200"
      hasRadius
      shadow="tableShadow"
      padding={3}
      width="14rem"
      cursor={onOpen ? 'pointer' : undefined}
      data-testid="post"
    >
      <Flex direction="column" gap={1}>
        <Typography fontWeight="bold" textColor="neutral800" tag="span" textAlign="center">
          {post.name}
        </Typography>
        <Typography variant="pi" textColor="neutral600" tag="span">
          {roleName(words, post.role)}
        </Typography>
        <Typography
          variant="pi"
          textColor={post.holders.length ? 'neutral800' : 'neutral500'}
          tag="span"
          textAlign="center"
        >
          {post.holders.length ? post.holders.join(t('form.listComma')) : t('settings.posts.nobody')}
        </Typography>
      </Flex>
    </Box>
  );
}

function Branches({ branches, onOpen }: { branches: Branch<PostSetting>[]; onOpen?: ChartProps['onOpen'] }) {
  return (
    <Tree>
      {branches.map(({ post, below }) => (
        <Leaf key={post.documentId}>
          <PostBox post={post} onOpen={onOpen} />
          {below.length > 0 && <Branches branches={below} onOpen={onOpen} />}
        </Leaf>
      ))}
    </Tree>
  );
}

/** 组织架构图: who reports to whom, drawn from the posts; what is wider than the screen is scrolled. */
export function OrganisationChart({ posts, onOpen }: ChartProps) {
  const { t } = useWords();
  return (
    <Box
      background="neutral100"
      hasRadius
      padding={4}
      overflow="auto"
      role="region"
      aria-label={t('settings.posts.chart')}
      tabIndex={0}
      data-testid="organisation"
    >
      <Branches branches={organisationOf(posts)} onOpen={onOpen} />
    </Box>
  );
}
