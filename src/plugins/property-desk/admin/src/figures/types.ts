import type { FigureType } from '../../../contracts';
import type { Words } from '../kernel/words';

/** Colours of the case types, told apart by day and by night. */
const COLOURS: Record<string, string> = {
  ticket: 'secondary500',
  complaint: 'warning500',
  inquiry: 'alternative500',
};

/** The colour in which a case type is drawn. */
export const colourOf = (type: string): string => COLOURS[type] ?? 'primary500';

/** What a case type, or one kind of it, is called in a few letters. */
export const typeName = (words: Words, { type, kind }: Pick<FigureType, 'type'> & Partial<FigureType>): string =>
  kind ? words.first([`${type}.kind.${kind}`], kind) : words.first([`figures.type.${type}`, `case.${type}`], type);
