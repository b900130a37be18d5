import { randomInt } from 'node:crypto';

/** Without signs that are mistaken for one another when a code is read out or copied by hand. */
const SIGNS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const LENGTH = 16;

/** A secret code such as `7KQM-2XWD-9HTR-4BNE`: 80 bits, so that nobody guesses it. */
export const newCode = (): string => {
  const signs = Array.from({ length: LENGTH }, () => SIGNS[randomInt(SIGNS.length)]).join('');
  return (signs.match(/.{4}/g) as string[]).join('-');
};

/** What is hashed of a code, however it was typed. */
export const codeSecret = (typed: string): string => `complaint-code|${typed.toUpperCase().replace(/[^0-9A-Z]/g, '')}`;
