import * as React from 'react';
import type { Blocks } from '../../../../contracts';
import { shownUrl } from '../mediaLibrary';
import { marked, Prose } from './look';
import type { BlockElement, InlineNode, ListItemNode, ListNode } from './nodes';
import { isAddress, soundBlocks } from './sound';

function Line({ nodes }: { nodes: InlineNode[] }) {
  return (
    <>
      {nodes.map((node, index) =>
        node.type === 'link' ? (
          <a
            key={index}
            href={isAddress(node.url) ? shownUrl(node.url) : undefined}
            target="_blank"
            rel="noopener noreferrer"
          >
            <Line nodes={node.children} />
          </a>
        ) : (
          <React.Fragment key={index}>{marked(node.text, node)}</React.Fragment>
        )
      )}
    </>
  );
}

function ListBlock({ list }: { list: ListNode }) {
  const Tag = list.format === 'ordered' ? 'ol' : 'ul';
  return (
    <Tag>
      {list.children.map((child: ListItemNode | ListNode, index) =>
        child.type === 'list' ? (
          <li key={index} style={{ listStyle: 'none' }}>
            <ListBlock list={child} />
          </li>
        ) : (
          <li key={index}>
            <Line nodes={child.children} />
          </li>
        )
      )}
    </Tag>
  );
}

function Block({ block, below }: { block: BlockElement; below: number }) {
  switch (block.type) {
    case 'heading': {
      const Tag = `h${Math.min(6, block.level + below)}` as 'h1';
      return (
        <Tag style={{ fontSize: `${[2.2, 1.9, 1.7][block.level - 1] ?? 1.6}rem` }}>
          <Line nodes={block.children} />
        </Tag>
      );
    }
    case 'quote':
      return (
        <blockquote>
          <Line nodes={block.children} />
        </blockquote>
      );
    case 'code':
      return <pre>{block.children.map(({ text }) => text).join('')}</pre>;
    case 'list':
      return <ListBlock list={block} />;
    case 'image':
      return (
        <figure>
          <img src={shownUrl(block.image.url)} alt={block.image.alternativeText ?? ''} loading="lazy" />
          {block.image.caption && <figcaption>{block.image.caption}</figcaption>}
        </figure>
      );
    default:
      return (
        <p>
          <Line nodes={block.children} />
        </p>
      );
  }
}

interface BlocksTextProps {
  value: Blocks | null | undefined;
  /** Level of the heading above the text; its own headings come under it. */
  below?: number;
}

/** A text of a `blocks` attribute, to be read. Any value is shown, also one that another program wrote. */
export function BlocksText({ value, below = 2 }: BlocksTextProps) {
  const blocks = React.useMemo(() => soundBlocks(value), [value]);
  return (
    <Prose>
      {blocks.map((block, index) => (
        <Block key={index} block={block} below={below} />
      ))}
    </Prose>
  );
}

export default BlocksText;
