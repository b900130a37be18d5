import { BrokenZip, unzip } from '../../../kernel/print/unzip';

/** What a workbook may hold, unpacked: a hundred thousand rows stay far below it. */
const LIMITS = { parts: 400, bytes: 160 * 1024 * 1024 };

/** Why a file is no workbook that is read here; words `archive.fault.<fault>`. */
export type PackageFault = 'notXlsx' | 'protected' | 'tooLarge' | 'broken' | 'macros' | 'links';

/** Parts that fetch, run or hold something else than cells. */
const RUNS = /vbaproject|activex|macrosheets|dialogsheets/i;
const FETCHES = /externallinks|connections\.xml|querytables|embeddings|webextensions|customdata/i;
/** A relation to something outside the file; of a cell's link nothing is followed. */
const OUTSIDE = /<Relationship\b[^>]*TargetMode\s*=\s*["']External["'][^>]*>/gi;

/**
 * Looks at a file before anything of it is read as a workbook: a zip by its first bytes, unpacked within bounds, without
 * macros, links to other files and declarations that grow when they are read.
 */
export const packageFault = (file: Buffer): PackageFault | null => {
  // What Excel writes with a password, and all of its old format, is an OLE file.
  if (file.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]))) return 'protected';
  if (!file.subarray(0, 4).equals(Buffer.from([0x50, 0x4b, 0x03, 0x04]))) return 'notXlsx';
  let parts: Map<string, Buffer>;
  try {
    parts = unzip(file, LIMITS);
  } catch (error) {
    if (!(error instanceof BrokenZip)) throw error;
    return error.message === 'size' || error.message === 'parts'
      ? 'tooLarge'
      : error.message === 'encrypted'
        ? 'protected'
        : 'broken';
  }
  const types = parts.get('[Content_Types].xml')?.toString();
  if (!types || ![...parts.keys()].some((name) => name.toLowerCase() === 'xl/workbook.xml')) return 'notXlsx';
  const names = [...parts.keys()];
  if (/macroenabled|vbaproject/i.test(types) || names.some((name) => RUNS.test(name))) return 'macros';
  if (names.some((name) => FETCHES.test(name))) return 'links';
  for (const [name, content] of parts) {
    if (/\.rels$/i.test(name)) {
      const outside = content.toString().match(OUTSIDE) ?? [];
      if (outside.some((relation) => !/\/hyperlink["']/i.test(relation))) return 'links';
    }
    if (/\.(xml|rels|vml)$/i.test(name) && content.subarray(0, 4096).includes('<!DOCTYPE')) return 'broken';
  }
  return null;
};
