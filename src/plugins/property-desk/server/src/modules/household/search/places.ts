import { arabic, halfWidth } from '../room';

/** A building as it can be named. */
export interface NamedBuilding {
  id: number;
  code: string;
  name: string;
  community: string;
}

/** What a text may mean: a building, and of it all, a unit, a room. */
export interface Place {
  building: number;
  unit?: string;
  /** As the room may be kept. */
  rooms?: string[];
  /** As the room may begin. */
  beginning?: string;
}

const LONGEST = 6;

/**
 * The parts of a place: `3栋2单元501室`, `三号楼二单元五〇一` and `3-2-501` are all 3, 2, 501; `A座1203` is a, 1203. Words
 * that say only what a number is the number of are left out, `二期` and `B区` are not.
 */
export const partsOf = (text: string): string[] =>
  arabic(halfWidth(text.trim()))
    .toLowerCase()
    .replace(/(?<=.)别墅区?|别墅区?(?=.)/gu, '-')
    .replace(/号楼|单元|[栋幢座#门室号房户]|[\s\-—–_/.,、·]/gu, '-')
    .replace(/(?<=[\p{Script=Han}])(?=[a-z\d])|(?<=[a-z])(?=\d)|(?<=\d)(?=\p{Script=Han}{2})/gu, '-')
    .split('-')
    .filter(Boolean);

/** `2期` is written as 2, too. */
const bare = (part: string): string => part.replace(/^(\w+)[期区]$/u, '$1');

const spellings = (parts: string[]): string[] => [parts.join('-'), parts.map(bare).join('-')];

/** Every way in which a building is named, in parts. */
const namesOf = ({ code, name, community }: NamedBuilding): Set<string> => {
  const named = partsOf(name);
  return new Set([partsOf(code), named, [...partsOf(community), ...named]].flatMap(spellings));
};

/** A room number as people may have entered it. */
export const roomsLike = (parts: string[]): string[] => {
  const texts = [...new Set([parts.join(''), parts.join('-')])];
  return [...new Set(texts.flatMap((text) => [text, text.toUpperCase(), `${text.toUpperCase()}室`]))];
};

/** Chinese numbers and full width: what stands there is not what it is compared as. */
const WRITTEN_OTHERWISE = /[零〇一二两三四五六七八九十百！-～]/;

/** Whether a building may be called so at all: a glance at each, before the few that may be are taken apart. */
const mayBe = ({ code, name, community }: NamedBuilding, first: string): boolean => {
  const called = `${code} ${name} ${community}`;
  return WRITTEN_OTHERWISE.test(called) || called.toLowerCase().includes(first);
};

/** What the text after a building may mean: a unit that is called one, a room, or a unit and a room. */
const meant = (rest: string[], saysUnit: boolean): Omit<Place, 'building'>[] => {
  if (rest.length === 0) return [{}];
  const [unit, ...room] = rest;
  const asRoom = (parts: string[]) => ({ rooms: roomsLike(parts), beginning: parts.join('').toUpperCase() });
  if (rest.length === 1) return saysUnit ? [{ unit }] : [asRoom(rest), { unit }];
  return [asRoom(rest), { unit, ...asRoom(room) }];
};

/** What a text means among these buildings: the reading that leaves the least open comes first. */
export const placesIn = (buildings: NamedBuilding[], text: string): Place[] => {
  const parts = partsOf(text);
  if (parts.length === 0 || parts.length > LONGEST) return [];
  const saysUnit = /(单元|门)\s*$/.test(text);
  const named = buildings
    .filter((building) => mayBe(building, bare(parts[0])))
    .map((building) => ({ id: building.id, names: namesOf(building) }));
  const places: Place[] = [];
  for (let size = parts.length; size > 0; size -= 1) {
    const wanted = spellings(parts.slice(0, size));
    for (const { id, names } of named)
      if (wanted.some((each) => names.has(each)))
        places.push(...meant(parts.slice(size), saysUnit).map((place) => ({ building: id, ...place })));
  }
  return places;
};

/** A unit as people may have entered it. */
export const unitsLike = (unit: string): string[] => [
  ...new Set([unit, unit.toUpperCase(), `${unit.toUpperCase()}单元`, `${unit.toUpperCase()}门`]),
];

/** The same place in several buildings. */
export type PlaceAmong = Omit<Place, 'building'> & { buildings: number[] };

/** Places that differ by their building only, together. */
export const amongBuildings = (places: Place[]): PlaceAmong[] => {
  const among = new Map<string, PlaceAmong>();
  for (const { building, ...place } of places) {
    const key = JSON.stringify(place);
    const alike = among.get(key) ?? { ...place, buildings: [] };
    alike.buildings.push(building);
    among.set(key, alike);
  }
  return [...among.values()];
};
