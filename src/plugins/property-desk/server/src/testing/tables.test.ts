import fs from 'node:fs';
import path from 'node:path';
import { LOCALES, say, WORDS } from '../../../contracts';
import { rightsOf } from '../kernel/access/setup';
import { fitsRule, TERMS, type RuleDefinition } from '../kernel/rulebook/rulebook';
import { coveredBy, declaredIn, labelOf, typeOf } from '../kernel/personal/personal';
import { branchesOf, type CaseDefinition, type Effect } from '../kernel/workflow/define';
import { inputSchema } from '../kernel/workflow/input';
import { account } from '../modules/account';
import { archiveExchange } from '../modules/archive-exchange';
import { caseLibrary } from '../modules/case-library';
import { complaint } from '../modules/complaint';
import { documents } from '../modules/document';
import { household } from '../modules/household';
import { improvement } from '../modules/improvement';
import { inquiry } from '../modules/inquiry';
import { loans } from '../modules/loan';
import { notices } from '../modules/notice';
import { policy } from '../modules/policy';
import { privacy } from '../modules/privacy';
import { staff } from '../modules/staff';
import { ticket } from '../modules/ticket';

const modules = [
  staff,
  household,
  archiveExchange,
  account,
  ticket,
  inquiry,
  complaint,
  improvement,
  caseLibrary,
  documents,
  policy,
  notices,
  privacy,
  loans,
];
const cases: CaseDefinition[] = modules.flatMap((module) => module.cases ?? []);
const rules: Record<string, RuleDefinition> = Object.assign({}, ...modules.map((module) => module.rules ?? {}));
const roles = modules.flatMap((module) => module.roles ?? []).map(({ code }) => code);
const named = cases.map((definition) => [definition.name, definition] as const);

/** What is owed for certain, beside every choice of what may be. */
const beside = (certain: string[], possible: string[]): string[][] =>
  possible.reduce((sets, each) => [...sets, ...sets.map((set) => [...set, each])], [certain]);

/** What may be owed in each state, read off design and policy by hand: the tables must come to the same. */
const OWED: Record<string, Record<string, string[][]>> = {
  ticket: {
    submitted: [['ticket.accept']],
    accepted: [['ticket.dispatch']],
    dispatched: [['ticket.complete'], ['ticket.arrive', 'ticket.complete']],
    in_progress: [['ticket.complete']],
    on_hold: [['ticket.complete']],
    completed: [['ticket.followUp']],
    confirmed: [['ticket.archive']],
    archived: [[]],
    cancelled: [[]],
  },
  inquiry: { open: [['inquiry.reply']], answered: [[]], converted: [[]], cancelled: [[]] },
  complaint: {
    received: [['complaint.classify', 'complaint.firstReply']],
    // A promise runs on while the supervisor is awaited again, and so does a decision that was asked for.
    escalated: beside(
      ['complaint.intervene'],
      ['complaint.firstReply', 'complaint.managerDecision', 'complaint.resolve']
    ),
    handling: beside(['complaint.resolve'], ['complaint.firstReply', 'complaint.managerDecision']),
    resolved: [['complaint.followUp']],
    confirmed: [['complaint.review']],
    reviewed: [['complaint.archive']],
    archived: [[]],
    withdrawn: [[]],
    dismissed: [[]],
  },
  'case-study': { draft: [['caseStudy.confirm']], published: [[]], withdrawn: [[]] },
  policy: {
    draft: [[]],
    submitted: [['policy.approve']],
    approved: [[]],
    effective: [['policy.acknowledge'], []],
    superseded: [[]],
    repealed: [[]],
    discarded: [[]],
  },
  notice: {
    draft: [[]],
    submitted: [['notice.approve']],
    approved: [[]],
    published: beside([], ['notice.post', 'notice.confirm']),
    withdrawn: [[]],
    expired: [[]],
    discarded: [[]],
  },
  document: {
    filed: beside([], ['document.paper', 'document.electronic']),
    // What is lacking is still lacking while the manager decides, and may be handed in after it was kept.
    disposing: beside(['document.decide'], ['document.paper', 'document.electronic']),
    withdrawn: [[]],
    disposed: [[]],
  },
  'action-item': { open: [['actionItem.do']], done: [[]], cancelled: [[]] },
  'data-request': {
    received: [['data-request.answer']],
    verified: [['data-request.answer']],
    approved: [['data-request.answer']],
    in_force: [[]],
    done: [[]],
    refused: [[]],
    withdrawn: [[]],
  },
  loan: {
    requested: [['loan.decide']],
    approved: [[]],
    lent: [['loan.return']],
    returned: [[]],
    rejected: [[]],
    cancelled: [[]],
    lost: [[]],
  },
  'archive-import': {
    uploaded: [[]],
    checked: [[]],
    importing: [[]],
    done: [[]],
    failed: [[]],
    cancelled: [[]],
  },
  'archive-export': {
    requested: [['archive-export.decide']],
    preparing: [[]],
    ready: [[]],
    expired: [[]],
    rejected: [[]],
    cancelled: [[]],
    failed: [[]],
  },
  binding: { pending: [['binding.decide']], approved: [[]], rejected: [[]], cancelled: [[]], unbound: [[]] },
  'preventive-action': {
    open: [['prevention.do']],
    recurred: [['prevention.reconsider']],
    done: [[]],
    cancelled: [[]],
  },
};

/** A state with what is owed in it. */
interface Standing {
  state: string;
  owed: string[];
}
interface Step extends Standing {
  settled: string[];
}

const keyOf = ({ state, owed }: Standing) => `${state} [${owed.join(' ')}]`;

/** Every way in which effects may turn out, conditions holding or not. */
const outcomes = (effects: Effect[], owed: string[], where: string) => {
  let ways = [{ owed: new Set(owed), settled: [] as string[] }];
  for (const { kind, what, ...rest } of effects) {
    const skipped = 'when' in rest && rest.when ? ways.map((way) => ({ ...way, owed: new Set(way.owed) })) : [];
    for (const way of ways) {
      if (kind === 'opens') {
        if (way.owed.has(what) && 'unlessOwed' in rest && rest.unlessOwed) continue;
        if (way.owed.has(what)) throw new Error(`${where} opens ${what}, which may be open already`);
        way.owed.add(what);
      } else if (kind === 'settles' || kind === 'voids') {
        // Of what each of many owes, the others may still owe theirs.
        if ('of' in rest && rest.of) skipped.push({ owed: new Set(way.owed), settled: [...way.settled, what] });
        way.owed.delete(what);
        way.settled.push(what);
      }
    }
    ways = [...ways, ...skipped];
  }
  return ways.map((way) => ({ owed: [...way.owed].sort(), settled: way.settled }));
};

/** Walks the table itself: every standing that can come about, with the steps that lead on. */
const standingsOf = (definition: CaseDefinition) => {
  const found = new Map<string, { standing: Standing; steps: Step[] }>();
  const steps = (from: Standing | null): Step[] =>
    Object.entries(definition.actions)
      .filter(([, action]) => (from ? action.from.includes(from.state) : action.from.length === 0))
      .flatMap(([name, action]) =>
        Object.values(branchesOf(action)).flatMap((branch) => {
          const state = branch.to === 'same' ? (from as Standing).state : branch.to;
          const ended = definition.ended.includes(state);
          return outcomes(branch.effects ?? [], from?.owed ?? [], `${definition.name}.${name}`).map((way) => ({
            state,
            owed: ended ? [] : way.owed,
            settled: way.settled,
          }));
        })
      );
  const visit = (standing: Standing) => {
    if (found.has(keyOf(standing))) return;
    const next = { standing, steps: [] as Step[] };
    found.set(keyOf(standing), next);
    next.steps = definition.ended.includes(standing.state) ? [] : steps(standing);
    next.steps.forEach(visit);
  };
  steps(null).forEach(visit);
  return found;
};

/** Whether some way from a standing takes a step of which this holds. */
const leadsTo = (all: ReturnType<typeof standingsOf>, from: Standing, holds: (step: Step) => boolean) => {
  const seen = new Set<string>();
  const queue = [from];
  for (let at = queue.pop(); at; at = queue.pop()) {
    if (seen.has(keyOf(at))) continue;
    seen.add(keyOf(at));
    const { steps } = all.get(keyOf(at))!;
    if (steps.some(holds)) return true;
    queue.push(...steps);
  }
  return false;
};

describe.each(named)('the table of %s', (name, definition) => {
  const actions = Object.entries(definition.actions);

  it('names only states that there are', () => {
    const known = [...definition.states, 'same'];
    const unknown = actions.flatMap(([action, row]) =>
      [...row.from, ...Object.values(branchesOf(row)).map(({ to }) => to)]
        .filter((state) => !known.includes(state))
        .map((state) => `${action}: ${state}`)
    );
    expect(unknown).toEqual([]);
    expect(
      [...definition.ended, ...(definition.rests ?? [])].filter((state) => !definition.states.includes(state))
    ).toEqual([]);
    expect((definition.rests ?? []).filter((state) => definition.ended.includes(state))).toEqual([]);
  });

  it('starts somewhere and never acts on what has ended', () => {
    const starts = actions.filter(([, { from }]) => from.length === 0);
    expect(starts.length).toBeGreaterThan(0);
    for (const [, row] of starts) expect(Object.values(branchesOf(row)).map(({ to }) => to)).not.toContain('same');
    expect(actions.filter(([, { from }]) => from.some((state) => definition.ended.includes(state)))).toEqual([]);
  });

  it('has exactly one source for the way that an action takes', () => {
    for (const [action, row] of actions) {
      const kinds = [row.to !== undefined, row.branches !== undefined].filter(Boolean).length;
      expect([action, kinds]).toEqual([action, 1]);
      expect([action, Boolean(row.by)]).toEqual([action, Boolean(row.branches)]);
      if (row.branches) expect([action, row.effects]).toEqual([action, undefined]);
    }
  });

  it('owes in each state what the design says, and opens nothing twice', () => {
    const all = [...standingsOf(definition).values()].map(({ standing }) => standing);
    const owed = Object.fromEntries(
      definition.states.map((state) => [
        state,
        all
          .filter((standing) => standing.state === state)
          .map((standing) => standing.owed.join(' '))
          .sort(),
      ])
    );
    const expected = Object.fromEntries(
      Object.entries(OWED[name]).map(([state, sets]) => [state, sets.map((set) => set.sort().join(' ')).sort()])
    );
    expect(owed).toEqual(expected);
  });

  it('leads from every state to an end', () => {
    const all = standingsOf(definition);
    const stuck = [...all.values()]
      .map(({ standing }) => standing)
      .filter(({ state }) => !definition.ended.includes(state))
      .filter((standing) => !leadsTo(all, standing, ({ state }) => definition.ended.includes(state)));
    expect(stuck).toEqual([]);
  });

  it('has a way to fulfil whatever is owed, and not only to end it', () => {
    const all = standingsOf(definition);
    const hopeless = [...all.values()].flatMap(({ standing }) =>
      standing.owed
        .filter((what) => !leadsTo(all, standing, ({ settled }) => settled.includes(what)))
        .map((what) => `${standing.state}: ${what}`)
    );
    expect(hopeless).toEqual([]);
  });

  it('owes something as long as it is open, unless it may rest there', () => {
    const idle = [...standingsOf(definition).values()]
      .map(({ standing }) => standing)
      .filter(({ state, owed }) => !definition.ended.includes(state) && owed.length === 0)
      .filter(({ state }) => !definition.rests?.includes(state));
    expect(idle).toEqual([]);
  });

  it('uses only obligations that are declared, each with a role and rules that there are', () => {
    const used = new Set(
      actions.flatMap(([, row]) =>
        Object.values(branchesOf(row)).flatMap(({ effects }) => (effects ?? []).map(({ what }) => what))
      )
    );
    expect([...used].sort()).toEqual(Object.keys(definition.obligations).sort());
    for (const [what, term] of Object.entries(definition.obligations)) {
      const next = term.escalate && 'rule' in term.escalate ? term.escalate : undefined;
      const taken = term.escalate && 'action' in term.escalate ? definition.actions[term.escalate.action] : undefined;
      // What the system takes on a breach must be the system's to take, and ask for the reason that it gives.
      if (term.escalate && !next) expect([what, taken?.who.system]).toEqual([what, true]);
      if (taken) expect(taken.input.safeParse({ reason: '逾期' }).success).toBe(true);
      const durations = [term.rule, next?.rule].filter((rule) => rule !== undefined);
      for (const rule of durations)
        expect([what, rule, TERMS.includes(rules[rule as string]?.kind)]).toEqual([what, rule, true]);
      for (const role of [term.role, next?.role].filter(Boolean)) expect(roles).toContain(role);
    }
  });

  it('raises to no next level what each of many owes: whose it was could not be told there', () => {
    for (const [, row] of actions)
      for (const { effects } of Object.values(branchesOf(row)))
        for (const effect of effects ?? [])
          if (effect.kind === 'opens' && effect.owedByEach)
            expect([effect.what, definition.obligations[effect.what].escalate]).toEqual([effect.what, undefined]);
  });

  it('gives a time to whatever it opens: by the action or by a rule', () => {
    for (const [, row] of actions)
      for (const { effects } of Object.values(branchesOf(row)))
        for (const effect of effects ?? [])
          if (effect.kind === 'opens')
            expect([effect.what, Boolean(effect.due ?? definition.obligations[effect.what].rule)]).toEqual([
              effect.what,
              true,
            ]);
  });

  it('grants every action to somebody, and to roles that there are', () => {
    for (const [action, { who }] of actions) {
      expect([action, Boolean(who.staff?.length || who.resident || who.token || who.system)]).toEqual([action, true]);
      expect((who.staff ?? []).filter((role) => !roles.includes(role))).toEqual([]);
    }
  });
});

describe('the rules', () => {
  it.each(Object.entries(rules))('%s has a default that fits its kind', (_key, { kind, default: value, article }) => {
    expect(fitsRule(kind, value)).toBe(true);
    expect(article).toMatch(/^\d+$/);
  });

  it('have a name each, in every language', () => {
    for (const locale of LOCALES) expect(Object.keys(rules).filter((key) => !WORDS[locale][`rule.${key}`])).toEqual([]);
  });
});

/** Content types of all rooms, with their attributes. */
const types = Object.entries(
  Object.assign({}, ...modules.map(({ contentTypes }) => contentTypes ?? {})) as Record<
    string,
    { schema: { attributes?: Record<string, { type: string; target?: string }> } }
  >
).map(([name, { schema }]) => ({ uid: `plugin::property-desk.${name}`, attributes: schema.attributes ?? {} }));
const sealed: Record<string, object> = Object.assign({}, ...modules.map(({ confidential }) => confidential ?? {}));
const declared = declaredIn(modules);
/** Sealed, and nobody's: what the office itself owns. */
const IMPERSONAL = ['plugin::property-desk.community.wecomRobot'];

describe('data of residents', () => {
  it.each(types.map(({ uid, attributes }) => [uid, attributes] as const))(
    'of %s are declared, so that a copy shows them and a deletion by right reaches them',
    (uid, attributes) => {
      const covered = coveredBy(declared, uid);
      const theirs = Object.keys(attributes).filter(
        (name) => attributes[name].target === 'plugin::property-desk.resident' || name in (sealed[uid] ?? {})
      );
      // `personalData` in the room's face says whose they are and what becomes of them.
      expect(
        covered === 'all' ? [] : theirs.filter((name) => !covered.has(name) && !IMPERSONAL.includes(`${uid}.${name}`))
      ).toEqual([]);
    }
  );

  it('are declared with attributes that there are, and words for them', () => {
    expect(declared.length).toBeGreaterThan(7);
    for (const { uid, whose, copy, deletion } of declared) {
      const { attributes } = types.find((type) => type.uid === uid)!;
      const { by: _by, ...named } = whose;
      const used = [...Object.values(named), ...copy, ...(deletion === 'remove' ? [] : deletion)];
      expect([uid, used.filter((name) => name !== 'createdAt' && !(name in attributes))]).toEqual([uid, []]);
      if (copy.length === 0) continue;
      const words = ['', '.purpose', '.source', '.retention'].map((part) => `personal.${typeOf(uid)}${part}`);
      for (const locale of LOCALES)
        expect(
          [...words, ...copy.map((name) => labelOf(locale, typeOf(uid), name))].filter((key) => !WORDS[locale][key])
        ).toEqual([]);
    }
  });
});

const SOURCES = path.resolve(__dirname, '..');
const sources = (fs.readdirSync(SOURCES, { recursive: true }) as string[])
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !file.includes('testing'))
  .map((file) => fs.readFileSync(path.join(SOURCES, file), 'utf8'));

/** Words that the server may say, from the tables and from its source. */
const spoken = () => {
  const words = new Set<string>();
  for (const { name, states, obligations, actions } of cases) {
    words.add(`case.${name}`);
    states.forEach((state) => words.add(`${name}.state.${state}`));
    ['breach', 'hand-over', ...Object.keys(actions)].forEach((action) => words.add(`${name}.action.${action}`));
    Object.keys(obligations).forEach((what) => words.add(`obligation.${what}`));
    for (const { input, tells, letters } of Object.values(actions)) {
      for (const [field, property] of Object.entries(inputSchema(input).properties)) {
        words.add(`field.${field}`);
        (property.enum ?? []).forEach((value) => words.add(`${property.words}.${value}`));
      }
      [...(tells ?? []), ...(letters ?? [])].forEach(({ template }) =>
        ['subject', 'body'].forEach((part) => words.add(`message.${template}.${part}`))
      );
    }
  }
  for (const template of ['breach', 'warning', 'escalation'])
    ['subject', 'body'].forEach((part) => words.add(`message.${template}.${part}`));
  ['kept', 'broken', 'renegotiated', 'void'].forEach((outcome) => words.add(`outcome.${outcome}`));
  roles.forEach((role) => words.add(`role.${role}`));
  for (const source of sources)
    for (const [, word] of source.matchAll(/'((?:error|reason|actor|right|field)\.[A-Za-z]+(?:\.[A-Za-z-]+)*)'/g))
      words.add(word);
  return [...words].sort();
};

const holes = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

describe('the words', () => {
  it('finds errors in the source to check', () => {
    expect(spoken()).toEqual(expect.arrayContaining(['error.conflict', 'error.notWhoOwes', 'error.threeAttempts']));
  });

  it.each(LOCALES)('has in %s whatever the server says', (locale) => {
    expect(spoken().filter((word) => !WORDS[locale][word])).toEqual([]);
  });

  it('says every right on the Roles screen', () => {
    for (const locale of LOCALES) {
      const rights = rightsOf(modules, (key) => WORDS[locale][key] ?? `missing ${key}`);
      expect(
        rights.flatMap(({ group, displayName }) => [group, displayName]).filter((text) => /^missing/.test(text))
      ).toEqual([]);
    }
  });

  it('has the same words with the same blanks in both languages', () => {
    expect(Object.keys(WORDS.en).sort()).toEqual(Object.keys(WORDS['zh-Hans']).sort());
    const differing = Object.keys(WORDS.en).filter(
      (key) => holes(WORDS.en[key]).join() !== holes(WORDS['zh-Hans'][key] ?? '').join()
    );
    expect(differing).toEqual([]);
  });

  it.each([
    ['zh-Hans', 'error.wholeNumber', { max: 5 }, '须为 1 到 5 的整数'],
    [
      'en',
      'error.state',
      { state: { word: 'ticket.state.accepted' }, action: { word: 'ticket.action.start' } },
      /accept|dispatch/i,
    ],
    [
      'zh-Hans',
      'error.useAction',
      { case: { word: 'case.ticket' }, actions: [{ word: 'ticket.action.amend' }, { word: 'ticket.action.cancel' }] },
      /报修工单.*更正、取消/,
    ],
    ['zh-Hans', 'no.such.word', {}, 'no.such.word'],
    ['zh-Hans', 'error.wholeNumber', {}, '须为 1 到 {max} 的整数'],
    // What people entered stands as it is: it is neither a pattern nor a blank to be filled again.
    ['zh-Hans', 'error.notEngineer', { name: '$& {name}' }, '$& {name}不是本项目在岗的工程维修人员'],
  ] as const)('says in %s %s %j', (locale, key, params, expected) => {
    if (expected instanceof RegExp) expect(say(locale, key, params)).toMatch(expected);
    else expect(say(locale, key, params)).toBe(expected);
  });
});
