import { clean } from './text';

/** Room for a text, in points. */
export interface Box {
  width: number;
  height: number;
}

/** A text as it fits: its size and the pitch of its lines in points. */
export interface Fitted {
  text: string;
  size: number;
  pitch: number;
  cut: boolean;
}

/** Pitch of lines set at a size. */
export const pitch = (size: number): number => size * 1.25;

/** Widths in ems, rather too wide than too narrow: the reader's font is not known here. */
const ASCII = Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (code < 32) return character === '\t' ? 2 : 0;
  if (/[mwMW@%]/.test(character)) return 0.95;
  if (/[A-Z&+=<>~]/.test(character)) return 0.75;
  return /[ iljtfrI.,:;!'|()[\]{}/\\-]/.test(character) ? 0.5 : 0.62;
});

function ems(character: string): number {
  const code = character.codePointAt(0)!;
  if (code < 128) return ASCII[code];
  if (code < 0x2000) return /\p{Mark}/u.test(character) ? 0 : 0.75;
  return code > 0xffff ? 1.3 : code >= 0xfb50 && code < 0xfe00 ? 2 : 1;
}

const widthOf = (text: string, size: number): number => {
  let sum = 0;
  for (const character of text) sum += ems(character);
  return sum * size;
};

/** A mark that may not begin a line takes the character before it along: one em of every line is not counted on. */
const lineOf = (width: number, size: number): number => Math.max(width - size, size * 1.5);

/** A text on one line breaks nowhere: a little for unknown fonts is all that it spares. */
const soleLineOf = (width: number): number => width * 0.97;

/**
 * Lines that a text takes, as Word breaks them: between Chinese characters, otherwise between words if it can.
 * Joined, the lines are the text again.
 */
export function wrap(text: string, width: number, size: number): string[] {
  const room = lineOf(width, size);
  return text.split(/(?<=\n)/).flatMap((paragraph) => {
    if (widthOf(paragraph, size) <= soleLineOf(width)) return [paragraph];
    const lines: string[] = [];
    let line = '';
    let used = 0;
    const put = (piece: string, wide: number) => {
      if (used > 0 && used + wide > room) {
        lines.push(line);
        line = '';
        used = 0;
      }
      line += piece;
      used += wide;
    };
    for (const word of paragraph.match(/[!-~\u00a1-\u1fff]+|[^]/gu) ?? []) {
      const wide = widthOf(word, size);
      if (wide <= room) put(word, wide);
      else for (const character of word) put(character, ems(character) * size);
    }
    return [...lines, line];
  });
}

/** Height that a text takes at a size, in points. */
export const heightOf = (text: string, width: number, size: number): number =>
  wrap(clean(text).trim(), width, size).length * pitch(size);

/**
 * Sets a text in the first of the sizes at which it fits; if it fits at none, cuts it at the last one and says so with
 * the remark, or with `…` alone where the remark would take more than a third of the room.
 */
export function fit(text: string, box: Box, sizes: readonly number[], remark: string): Fitted {
  const whole = clean(text).trim();
  // A word of ordinary length is set smaller rather than broken: a label may stand in a narrow cell.
  const words = whole.match(/(?<!\S)[!-~]{2,16}(?!\S)/g) ?? [];
  for (const size of sizes) {
    if (size > sizes[sizes.length - 1] && words.some((word) => widthOf(word, size) > box.width)) continue;
    if (wrap(whole, box.width, size).length * pitch(size) <= box.height)
      return { text: whole, size, pitch: pitch(size), cut: false };
  }
  const size = sizes[sizes.length - 1];
  const most = Math.max(1, Math.floor(box.height / pitch(size)));
  const lines = wrap(whole, box.width, size);
  if (lines.length <= most) return { text: whole, size, pitch: pitch(size), cut: false };
  const room = most === 1 ? soleLineOf(box.width) : lineOf(box.width, size);
  const fits = (line: string) => widthOf(line, size) <= room;
  const mark = fits(`…${remark}`) && widthOf(remark, size) * 3 < box.width * most ? `…${remark}` : '…';
  const last = [...lines[most - 1].trimEnd()];
  while (last.length > 0 && !fits(last.join('') + mark)) last.pop();
  const before = lines.slice(0, most - 1).join('');
  const shortened = () => before + last.join('') + mark;
  // A word too long for a line was broken; shortened, it may fit a line and so be taken to the next one whole.
  while (last.length > 0 && wrap(shortened(), box.width, size).length > most) last.pop();
  return { text: shortened(), size, pitch: pitch(size), cut: true };
}
