import fc from 'fast-check';
import { clean } from '../text';

/** Texts that break XML, layout or templates when they are let through: what people paste, and worse. */
export const hostileText = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      // Lone halves of surrogate pairs, which only a string of code units can hold.
      fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 20 }).map((units) => String.fromCharCode(...units)),
      fc.constantFrom(
        '\u0000\u0001\u0008\u000b\u000c\u001f\u007f\ufffe\uffff\ud800',
        '👨‍👩‍👧‍👦🏳️‍🌈🔧',
        '{{name}} {{#each x}}',
        ']]><w:p/>&lt;&#0;<!-- -->',
        'مرحبا שלום \u202eabc\u2066',
        'W'.repeat(400),
        '一\r\n二\n三\r四\u2028五\t六',
        '\n'.repeat(50),
        '漏水。'.repeat(200)
      )
    ),
    { maxLength: 4 }
  )
  .map((parts) => parts.join(''));

/**
 * A text as it can be found again in all that a paper says: cleaned, without space, and without halves of characters at
 * its ends, which a neighbour may make whole.
 */
export const bare = (text: string): string =>
  clean(text)
    .replace(/[\s\u200b]/g, '')
    .replace(/^\ufffd+|\ufffd+$/g, '');
