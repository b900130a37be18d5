import { Document, Packer } from 'docx';
import { draw } from './blocks';
import { footers } from './footer';
import { headAt, letterfoot, letterhead } from './letterhead';
import { PAGES } from './page';
import type { DocumentSpec } from './spec';
import { styles } from './styles';
import { clean } from './text';

/** Makes a document in this thread, which it holds up for 8 ms for a page or two. */
export function drawDocument(spec: DocumentSpec): Promise<Buffer> {
  const { page = 'official', fonts = 'windows', footer } = spec;
  const { section } = PAGES[page];
  const head = page === 'letter' ? (spec.letterhead ?? '') : null;
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
          properties:
            head === null
              ? section
              : { ...section, page: { ...section.page, margin: { ...section.page!.margin, header: headAt(head) } } },
          ...(head !== null && { headers: { first: letterhead(head, fonts) } }),
          ...((footer || head !== null) && {
            footers: { ...(footer && footers(footer, page, fonts)), ...(head !== null && { first: letterfoot() }) },
          }),
          children: spec.blocks.flatMap((block) => draw(block, page)),
        },
      ],
    })
  );
}
