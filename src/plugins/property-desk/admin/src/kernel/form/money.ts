/** `12.5` yuan → `1250` fen; what is no amount of money gives null. Never by floating point. */
export function fenOf(yuan: string): number | null {
  const match = /^(\d{1,9})(?:[.．](\d{0,2}))?$/.exec(yuan.trim().replace(/[,，]/g, ''));
  if (!match) return null;
  return Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
}

/** `1250` fen → `12.50`; whole yuan lose their noughts when `short`. */
export function yuanOf(fen: number, short = false): string {
  const whole = Math.trunc(fen / 100);
  const rest = String(Math.abs(fen % 100)).padStart(2, '0');
  return short && rest === '00' ? String(whole) : `${whole}.${rest}`;
}
