import fc from 'fast-check';
import { fit, pitch, wrap } from './fit';
import { hostileText } from './testing/hostile';

const SIZES = [10.5, 9, 7.5];
const REMARK = '（详见系统）';

test('lines joined are the text again', () => {
  fc.assert(
    fc.property(hostileText, fc.integer({ min: 20, max: 500 }), (text, width) => {
      expect(wrap(text, width, 9).join('')).toBe(text);
    })
  );
});

test('what fits is whole; what was cut says so; neither is higher than its room', () => {
  fc.assert(
    fc.property(
      hostileText,
      fc.integer({ min: 30, max: 500 }),
      fc.integer({ min: 14, max: 200 }),
      (text, width, height) => {
        const set = fit(text, { width, height }, SIZES, REMARK);
        expect(wrap(set.text, width, set.size).length * pitch(set.size)).toBeLessThanOrEqual(height);
        if (set.cut) expect(set.text).toMatch(/…(（详见系统）)?$/);
        expect(set.cut || SIZES.includes(set.size)).toBe(true);
      }
    )
  );
});

test.each([
  ['短', 200, 10.5, '短'],
  ['厨房水槽下方软管接口处漏水', 125, 9, '厨房水槽下方软管接口处漏水'],
  ['Description', 55, 7.5, 'Description'],
])('%s in %d points is set in %d', (text, width, size, printed) => {
  expect(fit(text, { width, height: 15 }, SIZES, REMARK)).toMatchObject({ text: printed, size, cut: false });
});

test('a long text keeps its beginning and ends with the remark', () => {
  const set = fit('水管漏水。'.repeat(400), { width: 300, height: 60 }, SIZES, REMARK);
  expect(set.cut).toBe(true);
  expect(set.text).toMatch(/^水管漏水。水管漏水。.*…（详见系统）$/);
  expect(set.text.length).toBeGreaterThan(150);
});

test('where the remark would take the room, three dots stand for it', () => {
  expect(fit('热水管配件（含保温）二十五毫米', { width: 70, height: 10 }, SIZES, REMARK).text).toMatch(
    /^热水管.*[^（详见系统）]…$/
  );
});
