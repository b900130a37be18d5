import { createRulebook, fitsRule, type RuleDefinition } from './rulebook';

describe('fitsRule', () => {
  it.each([
    ['duration', 'PT24H', true],
    ['duration', 'P3D', true],
    ['duration', 'PT0S', false],
    ['duration', '-PT1H', false],
    ['duration', '24h', false],
    ['duration', '', false],
    ['duration', 24, false],
    ['duration', null, false],
    ['duration', 'P11Y', false],
    ['workingDays', '5 working days', true],
    ['workingDays', '1 working day', true],
    ['workingDays', '0 working days', false],
    ['workingDays', 'P5D', false],
    ['workingDays', 5, false],
    ['number', 0, true],
    ['number', 2.5, true],
    ['number', 1_000_000, true],
    ['number', -1, false],
    ['number', Number.NaN, false],
    ['number', Number.POSITIVE_INFINITY, false],
    ['number', '5', false],
    ['number', 1e10, false],
    ['percentage', 0, true],
    ['percentage', 100, true],
    ['percentage', 100.1, false],
    ['percentage', -0.1, false],
    ['switch', true, true],
    ['switch', false, true],
    ['switch', 0, false],
    ['switch', 'on', false],
    ['switch', undefined, false],
  ] as const)('%s %j → %s', (kind, value, fits) => {
    expect(fitsRule(kind, value)).toBe(fits);
  });
});

describe('the rulebook', () => {
  const DEFINITIONS: Record<string, RuleDefinition> = {
    within: { kind: 'duration', default: 'PT1H', article: '1' },
    share: { kind: 'percentage', default: 90, article: '1' },
    strict: { kind: 'switch', default: true, article: '2' },
    loan: { kind: 'workingDays', default: '5 working days', article: '12' },
  };

  it('answers the defaults where no policy speaks', async () => {
    const rules = await createRulebook(DEFINITIONS).of(1);
    expect([rules.version, rules.duration('within'), rules.number('share'), rules.on('strict')]).toEqual([
      'default',
      'PT1H',
      90,
      true,
    ]);
  });

  it('answers the effective policy of the community, even where it says no or nought', async () => {
    const book = createRulebook(DEFINITIONS);
    book.follow({
      effective: async (community) => (community === 1 ? { version: 'v2', values: { share: 0, strict: false } } : null),
    });
    const [here, there] = [await book.of(1), await book.of(2)];
    expect([here.version, here.duration('within'), here.number('share'), here.on('strict')]).toEqual([
      'v2',
      'PT1H',
      0,
      false,
    ]);
    expect([there.version, there.on('strict')]).toEqual(['default', true]);
  });

  it('refuses unknown keys and values that do not fit, naming the key', async () => {
    const book = createRulebook(DEFINITIONS);
    expect(() => book.check('nothing', 1)).toThrow(/nothing/);
    expect(() => book.check('within', 'soon')).toThrow(/within/);
    expect(() => book.check('within', 'PT2H')).not.toThrow();
    const rules = await book.of(1);
    expect(() => rules.duration('share')).toThrow(/share/);
    expect(() => rules.on('nothing')).toThrow(/nothing/);
    expect(() => book.check('constructor', 1)).toThrow(/constructor/);
  });

  it('gives terms of either kind, and knows who reckons in working days', async () => {
    const book = createRulebook(DEFINITIONS);
    const rules = await book.of(1);
    expect([rules.term('within'), rules.term('loan')]).toEqual(['PT1H', '5 working days']);
    expect(() => rules.duration('loan')).toThrow(/loan/);
    expect(() => rules.term('share')).toThrow(/share/);
    expect(book.reckonsInDays({ obligations: { a: { rule: 'loan' } } })).toBe(true);
    expect(book.reckonsInDays({ obligations: { a: { rule: 'within', escalate: { rule: 'loan' } } } })).toBe(true);
    expect(book.reckonsInDays({ obligations: { a: { rule: 'within' }, b: {} } })).toBe(false);
  });
});
