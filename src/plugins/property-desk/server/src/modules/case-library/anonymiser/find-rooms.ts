import type { ListedPiece, ListedRoom, Piece } from './identifiers';
import { literally, numbered, places, plainly, type View } from './view';

const JOIN = '[\\s\\-–—_/.,、·]{0,3}';
const BUILDING = '(?:号楼|号院|栋楼?|幢楼?|座|#楼?|楼|号)';
const UNIT = '(?:单元|号门|门|梯)';
const FLOOR = `(?:\\d{1,2}(?:楼|层)${JOIN})?`;
const ROOM = '(?:号房间?|房间|房(?![租费价东产屋])|室|号|户)';
/** 501业主, 501的住户: a bare number means a home only before these. */
const HOME = '(?=(?:号|的)?(?:业主|住户|租户|住家|房客|家))';
/** After these a number counts or measures. */
const COUNTS =
  '(?:\\s*(?:元|块|万|千|百|米|平|㎡|m|吨|度|天|日|年|月|小时|分|秒|个|人|次|%|号楼|栋|幢|路|弄|条|页|名|位|户|件|张|把|台|辆|斤|公斤|kg|kw|w|v|升|寸|厘米|毫米|公里|字|款|项|期|批|盏|棵|步))';

const WORD = { whole: '某栋某单元某室', unit: '某单元某室', room: '某室' };

const core = (text: string): string =>
  numbered(text)
    .text.trim()
    .replace(new RegExp(`(?:${BUILDING}|${UNIT}|${ROOM})+$`, 'u'), '')
    .trim();
/** 3, 03 and 3栋 alike. */
const number = (text: string): string => `0*${literally(core(text).replace(/^0+(?=.)/, ''))}`;

const buildingPattern = ({ code, name }: { code: string; name: string }): string => {
  const ways = [...new Set([core(code), core(name)].filter(Boolean))];
  return `(?:${ways.map((way) => (/^[a-z0-9-]+$/.test(way) ? `(?<![0-9a-z])${number(way)}` : literally(way))).join('|')})`;
};

/** 3栋2单元501, 3-2-501, 三号楼501室, 3#501, 3幢二单元5楼501, 2单元501室, 501室, and the word for each. */
const patternsOf = ({ building, unit, room }: ListedRoom): [RegExp, string][] => {
  const end = '(?![0-9a-z])';
  const r = number(room);
  const patterns: [RegExp, string][] = [];
  const units = unit ? `${number(unit)}(?:${UNIT}${JOIN}|[\\s\\-–—_/.,、·]{1,3})` : '';
  if (building) {
    const b = buildingPattern(building);
    const named = `${b}${BUILDING}${JOIN}`;
    const bare = `${b}[\\s\\-–—_/.,、·]{1,3}`;
    const word = /\p{Script=Han}/u.test(core(building.name)) ? `|${literally(core(building.name))}${JOIN}` : '';
    patterns.push([
      new RegExp(`(?:${named}${word})(?:${units || '(?!)'})?${FLOOR}${r}${ROOM}?${end}`, 'gu'),
      WORD.whole,
    ]);
    if (unit) patterns.push([new RegExp(`${bare}${units}${FLOOR}${r}${ROOM}?${end}`, 'gu'), WORD.whole]);
    // Without a unit 3-1 may be anything; 3-501 is a home.
    if (!unit || core(room).length >= 3)
      patterns.push([new RegExp(`(?<![\\d-])${bare}${r}${ROOM}?(?![0-9a-z-]|${COUNTS})`, 'gu'), WORD.whole]);
  }
  if (unit)
    patterns.push([
      new RegExp(`(?<![0-9a-z])${number(unit)}${UNIT}${JOIN}${FLOOR}${r}${ROOM}?${end}`, 'gu'),
      WORD.unit,
    ]);
  if (core(room).length >= 3)
    patterns.push(
      [new RegExp(`(?<![0-9a-z.])${FLOOR}${r}(?:号房间?|房间|房(?![租费价东产屋])|室|${HOME})${end}`, 'gu'), WORD.room],
      [new RegExp(`(?<=楼上|楼下|对门|隔壁|邻居|对面|房号|室号)${r}(?![0-9a-z]|${COUNTS})`, 'gu'), WORD.room]
    );
  return patterns;
};

/** The homes of people on the case in all their usual forms. */
export const listedRooms = (view: View, original: string, rooms: ListedRoom[]): ListedPiece[] =>
  rooms
    .filter(({ room }) => plainly(room).trim() !== '')
    .flatMap(patternsOf)
    .flatMap(([pattern, word]) =>
      places(view, pattern).map(({ start, end }) => ({
        start,
        end,
        text: original.slice(start, end),
        kind: 'room' as const,
        as: { word },
      }))
    );

const LIKE_ROOMS = [
  new RegExp(
    `(?<![0-9a-z])[a-z]?\\d{1,3}[a-z]?${BUILDING}${JOIN}(?:\\d{1,2}${UNIT}${JOIN})?${FLOOR}[a-z]?\\d{3,4}[a-z]?${ROOM}?(?![0-9a-z]|${COUNTS})`,
    'gu'
  ),
  new RegExp(`(?<![0-9a-z])\\d{1,2}${UNIT}${JOIN}${FLOOR}\\d{3,4}${ROOM}?(?![0-9a-z]|${COUNTS})`, 'gu'),
  new RegExp(`(?<![\\da-z:.¥-])[a-z]?\\d{1,2}-(?:\\d{1,2}-)?\\d{3,4}(?![\\d-]|${COUNTS})`, 'gu'),
  /(?<![0-9a-z.])[a-z]?\d{3,4}[a-z]?(?:室|号房)/gu,
  new RegExp(`(?<=楼上|楼下|对门|隔壁|邻居|对面)的?\\d{3,4}(?![0-9a-z]|${COUNTS})`, 'gu'),
];

/** Pieces that look like a home; also the bare number of a listed one, which may as well be an amount. */
export const roomsLike = (view: View, original: string, rooms: ListedRoom[]): Piece[] =>
  [
    ...LIKE_ROOMS,
    ...rooms
      .filter(({ room }) => /^\d{3,}$/.test(core(room)))
      .map(({ room }) => new RegExp(`(?<![0-9a-z.:¥第-])${number(room)}(?![0-9a-z.:]|${COUNTS})`, 'gu')),
  ].flatMap((pattern) =>
    places(view, pattern).map(({ start, end }) => ({
      start,
      end,
      text: original.slice(start, end),
      kind: 'room' as const,
    }))
  );
