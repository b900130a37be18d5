import { Tab, TextRun, type IRunOptions } from 'docx';

/** XML 1.0 cannot carry these, escaped or not: control characters, halves of surrogate pairs, two non-characters. */
const FORBIDDEN = /[\u0000-\u0008\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

/** Text that any XML may carry, with one kind of newline. */
export const clean = (text: string): string =>
  text.replace(/\r\n?|[\u000b\u000c\u0085\u2028\u2029]/g, '\n').replace(FORBIDDEN, '\ufffd');

/** One run: newlines become line breaks and tabs become tabs, which Word does not read out of a text. */
export function run(text: string, options: IRunOptions = {}): TextRun[] {
  if (text === '') return [];
  return clean(text)
    .split('\n')
    .map(
      (line, index) =>
        new TextRun({
          ...options,
          ...(index > 0 && { break: 1 }),
          children: line.split('\t').flatMap((part, at) => [...(at > 0 ? [new Tab()] : []), ...(part ? [part] : [])]),
        })
    );
}
