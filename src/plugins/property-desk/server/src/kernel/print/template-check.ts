import { patchDetector } from 'docx';
import { archive, packBytes } from './archive';
import { attributesOf, decoded, fieldsOf } from './office-xml';
import { BrokenZip, unzip } from './unzip';

/** Bytes of a template at most. */
export const TEMPLATE_SIZE = 5 * 1024 * 1024;

/** What is wrong with a template. */
export type TemplateFault =
  | { fault: 'package'; why: string }
  | { fault: 'part'; part: string }
  | { fault: 'place'; places: string[] }
  | { fault: 'noBody' | 'bodyTwice' };

const MAIN = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

/** Relations that a letterhead has use for, by the last word of their type. Whatever else Word knows runs or fetches. */
const RELATIONS = new Set(
  (
    'officeDocument core-properties extended-properties custom-properties styles stylesWithEffects settings ' +
    'webSettings fontTable theme numbering header footer footnotes endnotes image customXml customXmlProps'
  ).split(' ')
);
const PARTS = /\.(xml|rels|png|jpe?g|gif|bmp)$/i;
/** Elements that hold other programs' objects, other files, or what runs. */
const ELEMENTS =
  /<(?:[\w.-]+:)?(OLEObject|OLELink|object|control|ocx|altChunk|subDoc|attachedTemplate|mailMerge|vbaSuppData|movie|externalData|attachedSchema|saveThroughXslt)\b/;
/** Fields that say where on the paper something is; all others fetch, run, or ask. */
const FIELDS = /^\s*(PAGE|NUMPAGES|SECTIONPAGES|SECTION|STYLEREF|DATE|TIME|SEQ|TITLE)\b/i;

/** What a part holds that no letterhead may, or null. */
function forbiddenIn(name: string, xml: string): string | null {
  if (/^[\ufeff\s]*<\?xml[^>]*encoding\s*=\s*["'](?!utf-8["'])/i.test(xml) || xml.includes('\u0000')) return name;
  if (/<!(DOCTYPE|ENTITY|\[CDATA\[)/i.test(xml)) return `${name}: DOCTYPE`;
  const element = xml.match(ELEMENTS);
  if (element) return `${name}: ${element[1]}`;
  const field = fieldsOf(xml).find((said) => !FIELDS.test(said));
  if (field !== undefined) return `${name}: ${field.trim().slice(0, 40)}`;
  // A picture by address, in the older drawing language and the newer one.
  if (/\s(?:[\w.-]+:)?(?:link|href)\s*=/.test(xml.replace(/<(?:[\w.-]+:)?link\s/g, '<l '))) return `${name}: link`;
  if (!name.endsWith('.rels')) return null;
  for (const [tag] of xml.matchAll(/<(?:[\w.-]+:)?Relationship\b[^>]*>/g)) {
    const about = attributesOf(tag);
    const type = (about.get('Type') ?? '').split('/').pop()!;
    const target = about.get('Target') ?? '';
    if ((about.get('TargetMode') ?? 'Internal') !== 'Internal' || /^[a-z][a-z0-9+.-]*:|^[\\/]{2}|\\/i.test(target))
      return `${name}: ${type} → ${target.slice(0, 80)}`;
    if (!RELATIONS.has(type)) return `${name}: ${type}`;
  }
  return null;
}

/** Texts of the innermost paragraphs. */
const paragraphsOf = (xml: string): string[] =>
  [...xml.matchAll(/<w:p(?:\s[^>]*)?>((?:(?!<w:p[\s>])[^])*?)<\/w:p>/g)].map(([, inside]) =>
    [...inside.matchAll(/<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>/g)].map(([, said]) => said).join('')
  );

const BODY = '{{body}}';

/**
 * Looks at a Word file that the office wants its papers printed on. Answers with the same file packed anew from the
 * parts that were looked at, so that nothing hidden beside them is ever read, or with what is wrong with it.
 * @param places names that may stand between `{{` and `}}`
 */
export async function checkTemplate(
  file: Buffer,
  places: readonly string[]
): Promise<{ file: Buffer; places: string[] } | TemplateFault> {
  let parts: Map<string, Buffer>;
  try {
    parts = unzip(file);
  } catch (error) {
    if (error instanceof BrokenZip) return { fault: 'package', why: error.message };
    throw error;
  }
  const text = (name: string) => parts.get(name)?.toString('utf8') ?? '';
  const types = decoded(text('[Content_Types].xml'));
  if (!parts.has('word/document.xml') || !types.includes(MAIN)) return { fault: 'package', why: 'docx' };
  if (/macroEnabled|vbaProject|activeX|oleObject/i.test(types)) return { fault: 'part', part: 'vbaProject' };
  for (const [name, bytes] of parts) {
    if (!PARTS.test(name) || /(^|\/)(vbaProject|vbaData|activeX|embeddings)/i.test(name))
      return { fault: 'part', part: name };
    const part = /\.(xml|rels)$/i.test(name) ? forbiddenIn(name, bytes.toString('utf8')) : null;
    if (part) return { fault: 'part', part };
  }
  const packed = archive(await Promise.all([...parts].map(([name, bytes]) => packBytes(name, bytes))));
  let found: string[];
  try {
    found = [...(await patchDetector({ data: packed }))];
  } catch {
    return { fault: 'package', why: 'xml' };
  }
  const unknown = found.filter((name) => !places.includes(name));
  if (unknown.length) return { fault: 'place', places: unknown.slice(0, 10).map((name) => name.slice(0, 40)) };
  if (!found.includes('body')) return { fault: 'noBody' };
  const standing = [...parts.keys()]
    .filter((name) => name.startsWith('word/') && name.endsWith('.xml'))
    .flatMap((name) => paragraphsOf(text(name)).flatMap((said) => (said.includes(BODY) ? [{ name, said }] : [])));
  if (standing.length !== 1 || standing[0].name !== 'word/document.xml' || standing[0].said.trim() !== BODY)
    return { fault: 'bodyTwice' };
  return { file: packed, places: found };
}
