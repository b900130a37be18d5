import { openOffice, type OfficeFault } from '../../../kernel/files/office';

/** What a workbook may hold, unpacked: a hundred thousand rows stay far below it. */
const LIMITS = { parts: 400, bytes: 160 * 1024 * 1024 };

/** Why a file is no workbook that is read here; words `archive.fault.<fault>`. */
export type PackageFault = 'notXlsx' | Exclude<OfficeFault, 'foreign'>;

/**
 * Looks at a file before anything of it is read as a workbook: unpacked within bounds, without macros, links to other
 * files and declarations that grow when they are read.
 */
export const packageFault = (file: Buffer): PackageFault | null => {
  const opened = openOffice(file, { limits: LIMITS, keptToBeRead: false });
  if ('fault' in opened) return opened.fault === 'foreign' ? 'notXlsx' : opened.fault;
  return [...opened.parts.keys()].some((name) => name.toLowerCase() === 'xl/workbook.xml') ? null : 'notXlsx';
};
