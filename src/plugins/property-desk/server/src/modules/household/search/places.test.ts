import { amongBuildings, partsOf, placesIn, roomsLike } from './places';

describe('partsOf', () => {
  it.each([
    ['3-2-501', ['3', '2', '501']],
    ['3栋2单元501室', ['3', '2', '501']],
    ['三号楼二单元五〇一', ['3', '2', '501']],
    ['3号楼501', ['3', '501']],
    ['3#501', ['3', '501']],
    ['３－２－５０１', ['3', '2', '501']],
    ['A座1203', ['a', '1203']],
    ['A1203', ['a', '1203']],
    ['十二栋1203A', ['12', '1203a']],
    ['二期3栋501', ['2期', '3', '501']],
    ['听雨轩501', ['听雨轩', '501']],
    ['阳光花园3栋', ['阳光花园', '3']],
    ['别墅12号', ['12']],
    ['12号别墅', ['12']],
    ['别墅', ['别墅']],
    ['B区3幢', ['b区', '3']],
    ['', []],
    ['%_', ['%']],
  ])('%j → %j', (text, parts) => {
    expect(partsOf(text)).toEqual(parts);
  });
});

describe('placesIn', () => {
  const community = '阳光花园';
  const BUILDINGS = [
    { id: 1, code: '3', name: '3栋', community },
    { id: 2, code: 'A', name: 'A座', community },
    { id: 3, code: '2-3', name: '二期3栋', community },
    { id: 4, code: 'TY', name: '听雨轩', community },
    { id: 5, code: 'V', name: '别墅区', community },
    { id: 6, code: 'B3', name: 'B区3栋', community },
  ];
  /** Buildings and what is meant in them, in short. */
  const meant = (text: string) =>
    placesIn(BUILDINGS, text).map(({ building, unit, rooms }) => [building, unit ?? null, rooms?.[0] ?? null]);

  it.each<[string, [number, string | null, string | null][]]>([
    [
      '3栋2单元501',
      [
        [1, null, '2501'],
        [1, '2', '501'],
      ],
    ],
    [
      '3号楼501',
      [
        [1, null, '501'],
        [1, '501', null],
      ],
    ],
    ['三栋', [[1, null, null]]],
    ['3栋2单元', [[1, '2', null]]],
    ['３号楼二门', [[1, '2', null]]],
    [
      '3-2',
      [
        [1, null, '2'],
        [1, '2', null],
      ],
    ],
    [
      'A座1203',
      [
        [2, null, '1203'],
        [2, '1203', null],
      ],
    ],
    ['二期3栋', [[3, null, null]]],
    ['2期3栋', [[3, null, null]]],
    ['听雨轩', [[4, null, null]]],
    ['ty', [[4, null, null]]],
    [
      '听雨轩501',
      [
        [4, null, '501'],
        [4, '501', null],
      ],
    ],
    ['阳光花园3栋', [[1, null, null]]],
    ['B区3幢', [[6, null, null]]],
    ['b3', [[6, null, null]]],
    ['别墅区', [[5, null, null]]],
    ['9栋', []],
    ['王小明', []],
    ['', []],
    ['1-2-3-4-5-6-7', []],
  ])('%j', (text, places) => {
    expect(meant(text)).toEqual(places);
  });

  it('puts the same place in several buildings together', () => {
    const twins = [BUILDINGS[0], { id: 9, code: '3', name: '3号楼', community: '滨江苑' }];
    expect(amongBuildings(placesIn(twins, '3-501')).map(({ buildings }) => buildings)).toEqual([
      [1, 9],
      [1, 9],
    ]);
  });
});

it.each([
  [['501'], ['501', '501室']],
  [['502b'], ['502b', '502B', '502B室']],
  [
    ['b', '101'],
    ['b101', 'B101', 'B101室', 'b-101', 'B-101', 'B-101室'],
  ],
])('a room is kept as one of %j', (parts, kept) => {
  expect(roomsLike(parts)).toEqual(kept);
});
