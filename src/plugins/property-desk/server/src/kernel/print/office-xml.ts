/** A text of XML as it reads. */
export const decoded = (text: string): string =>
  text
    .replace(/&#x([0-9a-f]{1,6});/gi, (_, code: string) => String.fromCodePoint(Math.min(parseInt(code, 16), 0x10ffff)))
    .replace(/&#(\d{1,7});/g, (_, code: string) => String.fromCodePoint(Math.min(Number(code), 0x10ffff)))
    .replace(
      /&(amp|lt|gt|quot|apos);/g,
      (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" })[name]!
    );

/** Attributes of a tag; their names without a prefix. */
export const attributesOf = (tag: string): Map<string, string> =>
  new Map(
    [...tag.matchAll(/([\w.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(([, name, one, other]) => [
      name,
      decoded(one ?? other ?? ''),
    ])
  );

/** The instructions of fields: what stands between their signs, however many runs it is cut into. */
export function fieldsOf(xml: string): string[] {
  const simple = [...xml.matchAll(/<(?:[\w.-]+:)?fldSimple\b[^>]*>/g)].map(
    ([tag]) => attributesOf(tag).get('instr') ?? ''
  );
  const complex = xml
    .split(/<(?:[\w.-]+:)?fldChar\b[^>]*>/)
    .map((piece) =>
      [...piece.matchAll(/<(?:[\w.-]+:)?instrText\b[^>]*>([^<]*)</g)].map(([, said]) => decoded(said)).join('')
    )
    .filter((said) => said.trim() !== '');
  return [...simple, ...complex];
}
