import { say, type GapCode, type HouseholdFile, type Locale } from '../../../../../contracts';
import { fileName, type Block, type DocumentSpec, type TableBlock } from '../../../kernel/print';

/** A file as it is printed: moments as days of the office, confidential values whole or masked, as they shall stand there. */
export interface FilePaper {
  company: string;
  community: string;
  name: string;
  fileNumber: string;
  /** Label and value, in their order. */
  facts: [field: string, value: string][];
  gaps: { code: GapCode; since: string }[];
  /** Rows of each table, texts in the order of its columns. */
  residents: string[][];
  vehicles: string[][];
  parkingSpaces: string[][];
  keys: string[][];
  renovations: string[][];
  papers: string[][];
  cases: string[][];
  loans: string[][] | null;
  /** Whether telephones and identity numbers stand there whole. */
  full: boolean;
  printedAt: string;
  printedBy: string;
}

type TableName = 'residents' | 'vehicles' | 'parkingSpaces' | 'keys' | 'renovations' | 'papers' | 'cases' | 'loans';

/** The columns of each table with their share of the width. */
const TABLES: Record<TableName, [column: string, width: number][]> = {
  residents: [
    ['name', 14],
    ['kind', 9],
    ['relation', 11],
    ['telephone', 17],
    ['identityNumber', 23],
    ['movedInAt', 13],
    ['movedOutAt', 13],
  ],
  vehicles: [
    ['plate', 18],
    ['brand', 22],
    ['colour', 12],
    ['parkingSpace', 16],
    ['from', 16],
    ['until', 16],
  ],
  parkingSpaces: [
    ['number', 22],
    ['kind', 16],
    ['place', 30],
    ['from', 16],
    ['until', 16],
  ],
  keys: [
    ['number', 22],
    ['keyName', 30],
    ['keyPlace', 26],
    ['copies', 10],
    ['until', 12],
  ],
  renovations: [
    ['permitNumber', 18],
    ['progress', 14],
    ['contractor', 28],
    ['startsOn', 14],
    ['endsOn', 14],
    ['inspectedAt', 12],
  ],
  papers: [
    ['paperKind', 24],
    ['paperName', 28],
    ['paperPlace', 22],
    ['scans', 10],
    ['receivedAt', 16],
  ],
  cases: [
    ['type', 16],
    ['number', 24],
    ['title', 44],
    ['state', 16],
  ],
  loans: [
    ['number', 24],
    ['title', 44],
    ['state', 16],
    ['dueAt', 16],
  ],
};

const ORDER: TableName[] = [
  'residents',
  'vehicles',
  'parkingSpaces',
  'keys',
  'renovations',
  'papers',
  'cases',
  'loans',
];

/** The file's name: `住户档案-DA-00001.docx`. */
export const paperFileName = (file: Pick<HouseholdFile, 'fileNumber' | 'name'>, locale: Locale): string =>
  fileName(`${say(locale, 'print.household.title')}-${file.fileNumber ?? file.name}.docx`);

/** A household's file on paper: what stands in it, what it lacks, and a line to sign. */
export const filePaper = (paper: FilePaper, locale: Locale): DocumentSpec => {
  const word = (key: string, params: Record<string, unknown> = {}) => say(locale, `print.household.${key}`, params);
  const table = (name: TableName): TableBlock => ({
    kind: 'table',
    set: 'fine',
    columns: TABLES[name].map(([column, width]) => ({ title: word(`column.${column}`), width, align: 'left' })),
    rows: paper[name] ?? [],
  });
  const section = (name: TableName): Block[] => [
    { kind: 'heading', level: 2, text: word(`section.${name}`) },
    paper[name]?.length ? table(name) : { kind: 'body', text: word('none'), indent: false },
  ];
  return {
    title: `${word('title')} ${paper.fileNumber}`,
    creator: paper.company,
    page: 'form',
    footer: {
      kind: 'text',
      left: word('printed', { by: paper.printedBy, at: paper.printedAt }),
      right: word(paper.full ? 'full' : 'masked'),
      pages: word('pages'),
    },
    blocks: [
      { kind: 'title', text: word('title') },
      {
        kind: 'grid',
        across: 2,
        pairs: [
          [word('fileNumber'), paper.fileNumber],
          [word('home'), `${paper.community} ${paper.name}`],
          ...paper.facts.map(([field, value]): [string, string] => [word(`fact.${field}`), value]),
        ],
      },
      {
        kind: 'body',
        indent: false,
        text: paper.gaps.length
          ? word('lacks', {
              gaps: paper.gaps
                .map(({ code, since }) => word('gap', { gap: say(locale, `household.gap.${code}`), since }))
                .join(word('comma')),
            })
          : word('complete'),
      },
      ...ORDER.filter((name) => paper[name] !== null).flatMap(section),
      { kind: 'signatures', labels: [word('sign.keeper'), word('sign.responsible')], date: word('sign.date') },
    ],
  };
};
