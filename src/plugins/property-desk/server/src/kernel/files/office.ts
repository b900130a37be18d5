import { attributesOf, decoded, fieldsOf } from '../print/office-xml';
import { BrokenZip, unzip, type ZipLimits } from '../print/unzip';

/**
 * Why an office file is not taken: it runs something; it fetches something or holds other programs' files; it is too
 * large unpacked; it has a password or is of the format before 2007; it is damaged; it is no office file.
 */
export type OfficeFault = 'macros' | 'links' | 'tooLarge' | 'protected' | 'broken' | 'foreign';

/** Parts that run, and that hold other programs' files or take their content from elsewhere. */
const RUNS = /(^|\/)(vbaProject|vbaData|activeX|ctrlProps|macrosheets|dialogsheets|customUI)/i;
const FETCHES = /(^|\/)(embeddings|externalLinks|connections|queryTables|webextensions|customData)/i;
const RUNNING_TYPES = /macroEnabled|vbaProject|activeX/i;
const FETCHING_TYPES = /oleObject|externalLink|connections\+xml|queryTable/i;
/** Fields of Word that fetch or run. */
const FIELDS = /^\s*(DDE|DDEAUTO|INCLUDE\w*|IMPORT|LINK|AUTOTEXT\w*|MACROBUTTON|DATABASE|EMBED|CONTROL|HTMLCONTROL)\b/i;
/** A link that somebody may click on fetches nothing by itself. */
const CLICKED = /^(https?:\/\/|mailto:)/i;
/** What is of the format before 2007, and what Excel and Word write with a password, is an OLE file. */
const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);

const harmlessRelations = (xml: string, keptToBeRead: boolean): boolean =>
  [...xml.matchAll(/<(?:[\w.-]+:)?Relationship\b[^>]*>/g)].every(([tag]) => {
    const about = attributesOf(tag);
    const outside = (about.get('TargetMode') ?? 'Internal').toLowerCase() !== 'internal';
    const type = (about.get('Type') ?? '').split('/').pop();
    const target = about.get('Target') ?? '';
    if (outside) return type === 'hyperlink' && (!keptToBeRead || CLICKED.test(target));
    return !/^[a-z][a-z0-9+.-]*:|^[\\/]{2}|\\/i.test(target);
  });

const faultOfPart = (name: string, bytes: Buffer, keptToBeRead: boolean): OfficeFault | null => {
  if (RUNS.test(name)) return 'macros';
  if (FETCHES.test(name)) return 'links';
  if (!/\.(xml|rels|vml)$/i.test(name)) return null;
  const xml = bytes.toString('utf8');
  if (/^[\ufeff\s]*<\?xml[^>]*encoding\s*=\s*["'](?!utf-8["'])/i.test(xml) || xml.includes('\u0000')) return 'broken';
  if (/<!(DOCTYPE|ENTITY)/i.test(xml)) return 'broken';
  // Only texts have fields; a sheet may be a hundred megabytes.
  if (/^word\//i.test(name) && fieldsOf(xml).some((said) => FIELDS.test(said))) return 'links';
  return /\.rels$/i.test(name) && !harmlessRelations(xml, keptToBeRead) ? 'links' : null;
};

/** The reasons of a zip, as far as people can do something about them. */
const ZIP_FAULTS: Record<string, OfficeFault> = { size: 'tooLarge', parts: 'tooLarge', encrypted: 'protected' };

const unpacked = (file: Buffer, limits?: ZipLimits): Map<string, Buffer> | OfficeFault => {
  try {
    return unzip(file, limits);
  } catch (error) {
    if (error instanceof BrokenZip) return ZIP_FAULTS[error.message] ?? 'broken';
    throw error;
  }
};

/**
 * Opens a Word or Excel file (2007 and later) that holds nothing that runs when it is opened and nothing that is
 * fetched: no macros, foreign objects, connections, templates or pictures by address. Links to click on may stand, to
 * pages and mail addresses; anywhere in a file that is read once and given to nobody (`keptToBeRead: false`).
 * @returns its parts by name, or why it is not taken
 */
export const openOffice = (
  file: Buffer,
  { limits, keptToBeRead = true }: { limits?: ZipLimits; keptToBeRead?: boolean } = {}
): { parts: Map<string, Buffer> } | { fault: OfficeFault } => {
  if (file.subarray(0, 4).equals(OLE)) return { fault: 'protected' };
  if (!file.subarray(0, 2).equals(Buffer.from('PK'))) return { fault: 'foreign' };
  const parts = unpacked(file, limits);
  if (typeof parts === 'string') return { fault: parts };
  const types = parts.get('[Content_Types].xml');
  if (!types) return { fault: 'foreign' };
  const named = decoded(types.toString('utf8'));
  if (RUNNING_TYPES.test(named)) return { fault: 'macros' };
  if (FETCHING_TYPES.test(named)) return { fault: 'links' };
  for (const [name, bytes] of parts) {
    const fault = faultOfPart(name, bytes, keptToBeRead);
    if (fault) return { fault };
  }
  return { parts };
};

/** Why an office file is not taken, or null for one that is; see {@link openOffice}. */
export const officeFault = (file: Buffer): OfficeFault | null => {
  const opened = openOffice(file);
  return 'fault' in opened ? opened.fault : null;
};
