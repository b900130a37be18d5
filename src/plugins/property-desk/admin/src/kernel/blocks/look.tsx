import * as React from 'react';
import { styled } from 'styled-components';
import type { Mark } from './nodes';

/** How blocks look, in the editor and where they are read: near to paper, in the panel's own letters. */
export const Prose = styled.div`
  font-size: 1.6rem;
  line-height: 1.8;
  color: ${({ theme }) => theme.colors.neutral800};
  overflow-wrap: anywhere;

  & > * + * {
    margin-top: 0.8rem;
  }
  p,
  blockquote {
    white-space: pre-wrap;
  }
  h1,
  h2,
  h3,
  h4,
  h5,
  h6 {
    font-weight: 600;
    line-height: 1.5;
  }
  h1 {
    font-size: 2.2rem;
  }
  h2 {
    font-size: 1.9rem;
  }
  h3 {
    font-size: 1.7rem;
  }
  ul,
  ol {
    padding-left: 2.8rem;
  }
  ul {
    list-style: disc;
  }
  ol {
    list-style: decimal;
  }
  ul ul {
    list-style: circle;
  }
  ol ol {
    list-style: lower-alpha;
  }
  blockquote {
    border-left: 4px solid ${({ theme }) => theme.colors.neutral200};
    padding-left: 1.6rem;
    color: ${({ theme }) => theme.colors.neutral600};
  }
  pre,
  code {
    font-family: ui-monospace, Menlo, Consolas, monospace;
    font-size: 0.9em;
    background: ${({ theme }) => theme.colors.neutral150};
    border-radius: 4px;
  }
  code {
    padding: 0 0.4em;
  }
  pre {
    padding: 1.2rem;
    white-space: pre-wrap;
  }
  strong {
    font-weight: 700;
  }
  em {
    font-style: italic;
  }
  u {
    text-decoration: underline;
  }
  s {
    text-decoration: line-through;
  }
  a {
    color: ${({ theme }) => theme.colors.primary600};
    text-decoration: underline;
  }
  figure {
    text-align: center;
  }
  img {
    max-width: 100%;
    max-height: 42rem;
    height: auto;
    border-radius: 4px;
  }
`;

const TAGS: Record<Mark, React.ElementType> = {
  bold: 'strong',
  italic: 'em',
  underline: 'u',
  strikethrough: 's',
  code: 'code',
};

/** Words with the looks that they have. */
export function marked(words: React.ReactNode, marks: Partial<Record<Mark, boolean>>): React.ReactNode {
  return (Object.keys(TAGS) as Mark[]).reduce((inner, mark) => {
    const Tag = TAGS[mark];
    return marks[mark] ? <Tag>{inner}</Tag> : inner;
  }, words);
}
