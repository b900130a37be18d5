import { attributesOf, decoded, fieldsOf } from '../print/office-xml';
import { BrokenZip, unzip } from '../print/unzip';

/** Parts that run, hold other programs' files, or take their content from elsewhere. */
const PARTS =
  /(^|\/)(vbaProject|vbaData|activeX|embeddings|externalLinks|connections|queryTables|ctrlProps|macrosheets|dialogsheets|customUI)/i;
const TYPES = /macroEnabled|vbaProject|activeX|oleObject|externalLink|connections\+xml/i;
/** Fields of Word that fetch or run. */
const FIELDS = /^\s*(DDE|DDEAUTO|INCLUDE\w*|IMPORT|LINK|AUTOTEXT\w*|MACROBUTTON|DATABASE|EMBED|CONTROL|HTMLCONTROL)\b/i;
/** A link that somebody may click on fetches nothing by itself. */
const CLICKED = /^(https?:\/\/|mailto:)/i;

const harmlessRelations = (xml: string): boolean =>
  [...xml.matchAll(/<(?:[\w.-]+:)?Relationship\b[^>]*>/g)].every(([tag]) => {
    const about = attributesOf(tag);
    const outside = (about.get('TargetMode') ?? 'Internal').toLowerCase() !== 'internal';
    const type = (about.get('Type') ?? '').split('/').pop();
    const target = about.get('Target') ?? '';
    if (outside) return type === 'hyperlink' && CLICKED.test(target);
    return !/^[a-z][a-z0-9+.-]*:|^[\\/]{2}|\\/i.test(target);
  });

const harmlessPart = (name: string, bytes: Buffer): boolean => {
  if (PARTS.test(name)) return false;
  if (!/\.(xml|rels)$/i.test(name)) return true;
  const xml = bytes.toString('utf8');
  if (/^[\ufeff\s]*<\?xml[^>]*encoding\s*=\s*["'](?!utf-8["'])/i.test(xml) || xml.includes('\u0000')) return false;
  if (/<!(DOCTYPE|ENTITY)/i.test(xml)) return false;
  if (fieldsOf(xml).some((said) => FIELDS.test(said))) return false;
  return !name.endsWith('.rels') || harmlessRelations(xml);
};

/**
 * Whether a Word or Excel file (2007 and later) holds nothing that runs when it is opened and nothing that is fetched:
 * no macros, foreign objects, connections, templates or pictures by address. Links to click on may stand.
 */
export const isHarmless = (file: Buffer): boolean => {
  try {
    const parts = unzip(file);
    if (TYPES.test(decoded(parts.get('[Content_Types].xml')?.toString('utf8') ?? 'macroEnabled'))) return false;
    return [...parts].every(([name, bytes]) => harmlessPart(name, bytes));
  } catch (error) {
    if (error instanceof BrokenZip) return false;
    throw error;
  }
};
