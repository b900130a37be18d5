import { pinyin } from 'pinyin-pro';

const DIGITS: Record<string, string> = {
  零: '0',
  〇: '0',
  一: '1',
  二: '2',
  两: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
};

/** 十二 → 12, 二十 → 20, 三 → 3, 五零一 → 501; what is no Chinese number stays. */
export const arabic = (text: string): string =>
  text.replace(/[零〇一二两三四五六七八九十百]+/g, (word) => {
    if (!/[十百]/.test(word)) return [...word].map((each) => DIGITS[each]).join('');
    let total = 0;
    let digit = 0;
    for (const each of word) {
      if (each === '百') total += (digit || 1) * 100;
      else if (each === '十') total += (digit || 1) * 10;
      if (each === '百' || each === '十') digit = 0;
      else digit = Number(DIGITS[each]);
    }
    return String(total + digit);
  });

/** Full-width letters, digits and signs as ASCII. */
export const halfWidth = (text: string): string =>
  text.replace(/[！-～]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0)).replace(/\u3000/g, ' ');

/**
 * A room as it is looked up: `3栋2单元501`, `3-2-501`, `三号楼2单元501室` all give `3-2-501`; null for what is no room.
 */
export const roomKey = (text: string): string | null => {
  const plain = arabic(halfWidth(text.trim())).toLowerCase();
  const parts = plain
    .replace(/(号楼|栋|幢|座|#|单元|门|室|号|房|\s|[-—–_/.,、])+/g, '-')
    .split('-')
    .filter(Boolean);
  return parts.length >= 2 && parts.length <= 4 && parts.every((part) => /^[a-z]?\d{1,5}[a-z]?$/.test(part))
    ? parts.join('-')
    : null;
};

/** A household's own key and name, from its building's code, unit and room. */
export const householdNames = (building: { code: string; name: string }, unit: string | null, room: string) => ({
  roomKey: [building.code, unit, room].filter(Boolean).join('-').toLowerCase(),
  name: `${building.name}${unit ? `${unit}单元` : ''}${room}`,
});

/** Pinyin initials of a name, `王小明` → `wxm`; letters stay. */
export const initialsOf = (name: string): string =>
  pinyin(name, { pattern: 'first', toneType: 'none', type: 'array', nonZh: 'consecutive', surname: 'head' })
    .join('')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .slice(0, 50);

/** A plate as it is looked up: half width, upper case, without spaces, dots and dashes; `沪a·１２３４５` → `沪A12345`. */
export const plateKeyOf = (plate: string): string =>
  halfWidth(plate)
    .replace(/[\s.·•・‧∙\-—–_]/g, '')
    .toUpperCase();
