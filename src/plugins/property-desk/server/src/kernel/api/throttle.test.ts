import type { Clock } from '../clock/clock';
import { createThrottle } from './throttle';

const HOUR = 3_600_000;

const counting = () => {
  let now = 0;
  const throttle = createThrottle({ now: () => new Date(now) } as Clock);
  return {
    wait: (milliseconds: number) => (now += milliseconds),
    call: (key: string, max = 2) => {
      try {
        throttle.count(key, max);
        return 'in';
      } catch (error) {
        return (error as Error).name;
      }
    },
  };
};

it('lets so many calls of each in within an hour, and then again', () => {
  const { call, wait } = counting();
  expect([call('a'), call('b'), call('a'), call('a'), call('b'), call('b')]).toEqual([
    'in',
    'in',
    'in',
    'RateLimitError',
    'in',
    'RateLimitError',
  ]);
  wait(HOUR - 1);
  expect(call('a')).toBe('RateLimitError');
  wait(1);
  expect(call('a')).toBe('in');
});

it('remembers no more callers than it has room for', () => {
  const { call } = counting();
  for (const _turn of [1, 2, 3]) call('first');
  expect(call('first')).toBe('RateLimitError');
  for (let other = 0; other < 10_000; other += 1) call(`other ${other}`);
  expect(call('first')).toBe('in');
});
