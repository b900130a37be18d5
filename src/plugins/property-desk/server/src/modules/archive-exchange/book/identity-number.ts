/** Weights and check signs of GB 11643-1999 (ISO 7064, MOD 11-2). */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const SIGNS = '10X98765432';

const isDay = (year: number, month: number, day: number): boolean => {
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= 1880 && year <= 2100 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
};

/**
 * What is wrong with an identity number, or null. Resident identity cards (GB 11643): eighteen signs with a day of
 * birth and a check sign, or the fifteen digits of old; other papers (passports, permits of Hong Kong, Macao and
 * Taiwan) begin with a letter.
 */
export const identityFault = (written: string): 'identityNumber' | 'identityBirth' | 'identityCheck' | null => {
  const number = written.replace(/[\s()-]/g, '').toUpperCase();
  if (/^[A-Z][A-Z0-9]{4,17}$/.test(number)) return null;
  if (/^\d{15}$/.test(number)) {
    const [year, month, day] = [6, 8, 10].map((at) => Number(number.slice(at, at + 2)));
    return isDay(1900 + year, month, day) ? null : 'identityBirth';
  }
  // The permit of residence of Taiwan's people: eight digits.
  if (/^\d{8}$/.test(number)) return null;
  if (!/^[1-9]\d{16}[\dX]$/.test(number)) return 'identityNumber';
  if (!isDay(Number(number.slice(6, 10)), Number(number.slice(10, 12)), Number(number.slice(12, 14))))
    return 'identityBirth';
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(number[at]), 0);
  return SIGNS[sum % 11] === number[17] ? null : 'identityCheck';
};
