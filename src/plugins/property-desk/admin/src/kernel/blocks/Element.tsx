import { useFocused, useSelected, type RenderElementProps, type RenderLeafProps } from 'slate-react';
import { styled } from 'styled-components';
import { shownUrl } from '../mediaLibrary';
import { marked } from './look';
import type { ImageNode } from './nodes';

const Frame = styled.figure<{ $chosen: boolean }>`
  outline: ${({ $chosen, theme }) => ($chosen ? `3px solid ${theme.colors.primary600}` : 'none')};
  outline-offset: 2px;
  border-radius: 4px;
`;

function PictureBlock({ attributes, children, element }: RenderElementProps) {
  const chosen = useSelected();
  const focused = useFocused();
  const { image } = element as ImageNode;
  return (
    <div {...attributes}>
      {children}
      <Frame contentEditable={false} $chosen={chosen && focused}>
        <img src={shownUrl(image.url)} alt={image.alternativeText ?? ''} draggable={false} />
      </Frame>
    </div>
  );
}

/** One block in the editor. */
export function EditedElement(props: RenderElementProps) {
  const { attributes, children, element } = props;
  switch (element.type) {
    case 'heading': {
      const Tag = `h${element.level}` as 'h1';
      return <Tag {...attributes}>{children}</Tag>;
    }
    case 'quote':
      return <blockquote {...attributes}>{children}</blockquote>;
    case 'code':
      return <pre {...attributes}>{children}</pre>;
    case 'list': {
      const Tag = element.format === 'ordered' ? 'ol' : 'ul';
      return <Tag {...attributes}>{children}</Tag>;
    }
    case 'list-item':
      return <li {...attributes}>{children}</li>;
    case 'link':
      return (
        // An address that is followed while writing takes the writer away: Ctrl+K shows and changes it.
        <a {...attributes} href={element.url} title={element.url} onClick={(event) => event.preventDefault()}>
          {children}
        </a>
      );
    case 'image':
      return <PictureBlock {...props} />;
    default:
      return <p {...attributes}>{children}</p>;
  }
}

/** Words of one look in the editor. */
export function EditedLeaf({ attributes, children, leaf }: RenderLeafProps) {
  return <span {...attributes}>{marked(children, leaf)}</span>;
}
