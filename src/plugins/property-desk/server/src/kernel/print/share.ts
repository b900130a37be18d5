/**
 * Heights of fields that share a room: each gets its least, the smallest wishes are met first, and what nobody wished
 * for is divided in the given parts. `least` must fit into the room.
 */
export function share(room: number, least: number[], wanted: number[], parts: number[]): number[] {
  const heights = [...least];
  let spare = room - least.reduce((sum, one) => sum + one);
  const needs = wanted.map((want, at) => ({ at, need: Math.max(0, want - least[at]) })).sort((a, b) => a.need - b.need);
  needs.forEach(({ at, need }, done) => {
    const given = Math.min(need, spare / (needs.length - done));
    heights[at] += given;
    spare -= given;
  });
  return heights.map((height, at) => height + spare * parts[at]);
}
