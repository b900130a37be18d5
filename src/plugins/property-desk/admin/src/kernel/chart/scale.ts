/** The axis of counts: whole steps of 1, 2 or 5 times a power of ten, at most `most` of them, up to what is not less than `max`. */
export function ticksTo(max: number, most = 4): number[] {
  const least = Math.max(max, 1) / most;
  const power = 10 ** Math.floor(Math.log10(least));
  const step = Math.max(1, [1, 2, 5, 10].map((times) => times * power).find((each) => each >= least - 1e-9) ?? 1);
  return Array.from({ length: Math.ceil(max / step - 1e-9) + 1 }, (_, index) => index * step).slice(0, most + 1);
}

/** Every how many columns one is named, so that names of this width do not touch. */
export const everyFor = (count: number, width: number, name: number): number =>
  Math.max(1, Math.ceil((count * name) / Math.max(width, 1)));
