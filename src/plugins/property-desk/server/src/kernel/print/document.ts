import { Document, Packer } from 'docx';
import { draw } from './blocks';
import { footers } from './footer';
import { PAGES } from './page';
import type { DocumentSpec } from './spec';
import { styles } from './styles';
import { clean } from './text';

/** The media type of what {@link renderDocument} makes. */
export const DOCX_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/**
 * A document as a Word file. The same spec makes the same XML every time, but for the dates of creation and change
 * in `docProps/core.xml`, which docx sets itself.
 */
export function renderDocument(spec: DocumentSpec): Promise<Buffer> {
  const { page = 'official', fonts = 'windows', footer } = spec;
  return Packer.toBuffer(
    new Document({
      title: clean(spec.title),
      creator: clean(spec.creator ?? ''),
      lastModifiedBy: clean(spec.creator ?? ''),
      styles: styles(fonts),
      // Word 2013 and later, and no stretching of a justified line that a line break ends.
      compatibility: { version: 15, doNotExpandShiftReturn: true },
      evenAndOddHeaderAndFooters: footer?.kind === 'pageNumber',
      sections: [
        {
          properties: PAGES[page].section,
          ...(footer && { footers: footers(footer, page, fonts) }),
          children: spec.blocks.flatMap((block) => draw(block, page)),
        },
      ],
    })
  );
}
