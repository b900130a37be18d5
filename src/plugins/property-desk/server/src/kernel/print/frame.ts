import { Document, Footer, Packer, Paragraph, type FileChild, type IContext } from 'docx';
import { partsOf, unpacked, type Packed } from './archive';
import { numberFooters } from './footer';
import { headAt, letterfoot, letterhead, remarked } from './letterhead';
import { PAGES } from './page';
import type { DocumentSpec } from './spec';
import { styles } from './styles';
import { clean } from './text';

/** Parts that differ from document to document. */
const BODY = 'word/document.xml';
const CORE = 'docProps/core.xml';
const RELATIONS = 'word/_rels/document.xml.rels';

/** A part with a hole in it. */
interface Hollow {
  name: string;
  before: string;
  after: string;
}

/** All of a Word file but what one document says: styles, settings, theme, page, head, and most of the compression. */
export interface Frame {
  constant: Packed[];
  body: Hollow;
  /** Of a footer that holds a text of its own. */
  footer: Hollow | null;
  core: string;
  /** Where the text's pictures are named, if it has any. */
  relations: Hollow & { packed: Packed };
  /** What docx wants to know of when it writes a paragraph. */
  context: IContext;
}

const hollow = (name: string, text: string, from: number, to: number): Hollow => ({
  name,
  before: text.slice(0, from),
  after: text.slice(to),
});

/** A document as docx knows it; its texts are given apart, so that it can be made without any. */
export function fileOf(spec: DocumentSpec, { children, line }: { children: FileChild[]; line: Paragraph }): Document {
  const { page = 'official', fonts = 'windows', footer, creator = '' } = spec;
  const { section } = PAGES[page];
  const remark = spec.remark ? remarked(spec.remark) : null;
  const head = page === 'letter' ? (spec.letterhead ?? '') : null;
  return new Document({
    title: clean(spec.title),
    creator: clean(creator),
    lastModifiedBy: clean(creator),
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
        ...((head !== null || remark) && {
          headers: {
            ...(remark && { default: remark, even: remark }),
            ...(head !== null && { first: letterhead(head, fonts) }),
          },
        }),
        ...((footer || head !== null) && {
          footers: {
            ...(footer?.kind === 'text' && { default: new Footer({ children: [line] }) }),
            ...(footer?.kind === 'pageNumber' && numberFooters(page, fonts)),
            ...(head !== null && { first: letterfoot() }),
          },
        }),
        children,
      },
    ],
  });
}

async function make(spec: DocumentSpec): Promise<Frame> {
  const file = fileOf({ ...spec, title: '-', creator: '-' }, { children: [], line: new Paragraph('') });
  const parts = partsOf(await Packer.toBuffer(file));
  const text = (name: string) => unpacked(parts.find((part) => part.name === name)!);
  const body = text(BODY);
  const end = body.indexOf('<w:sectPr');
  // docx numbers the footers as they come; the one with a text of its own is the first.
  const foot = spec.footer?.kind === 'text' ? 'word/footer1.xml' : null;
  const footText = foot ? text(foot) : '';
  const varying = [BODY, CORE, RELATIONS, foot];
  const relations = text(RELATIONS);
  const last = relations.indexOf('</Relationships>');
  return {
    constant: parts.filter(({ name }) => !varying.includes(name)),
    body: hollow(BODY, body, end, end),
    footer: foot ? hollow(foot, footText, footText.indexOf('<w:p>'), footText.indexOf('</w:ftr>')) : null,
    core: text(CORE),
    relations: {
      ...hollow(RELATIONS, relations, last, last),
      packed: parts.find(({ name }) => name === RELATIONS)!,
    },
    context: { file, viewWrapper: file.Document, stack: [] } as unknown as IContext,
  };
}

/** Frames that are kept: a page in a font with a kind of footer and a remark, and for letters one for every company. */
const MOST = 100;
const kept = new Map<string, Promise<Frame>>();

/** The frame of a document: made by docx once, since it takes twice as long as what a page says. */
export function frameOf(spec: DocumentSpec): Promise<Frame> {
  const { page = 'official', fonts = 'windows', footer, letterhead: of, remark = '' } = spec;
  const key = JSON.stringify([page, fonts, footer?.kind, page === 'letter' && of, remark]);
  const known = kept.get(key);
  if (known) return known;
  if (kept.size >= MOST) kept.clear();
  const made = make(spec);
  kept.set(key, made);
  made.catch(() => kept.delete(key));
  return made;
}
