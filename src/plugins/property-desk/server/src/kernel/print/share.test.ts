import { share } from './share';

test.each([
  ['nobody wishes more', [0, 0], [16, 14]],
  ['one wish is met, the rest is divided', [18, 0], [19.6, 10.4]],
  ['the smaller wish is met first', [12, 90], [12, 18]],
  ['equal wishes share', [90, 90], [17, 13]],
])('%s', (_, wanted, heights) => {
  const shared = share(30, [12, 8], wanted, [0.4, 0.6]);
  shared.forEach((height, at) => expect(height).toBeCloseTo(heights[at]));
  expect(shared[0] + shared[1]).toBeCloseTo(30);
});
