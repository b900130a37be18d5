import * as React from 'react';
import type { PolicyText, RulebookItem } from '../../../contracts';
import { useCase, type FoundCase } from '../case-panel/useCase';
import { useDeskApi } from '../kernel/api';
import { readFailure, type Failure } from '../kernel/failure';
import { ruleName, valueInWords } from '../kernel/rule/value';
import { useWords } from '../kernel/words';

/** A policy as its page reads it: the case that it is, and its text. */
export interface FoundPolicy extends FoundCase {
  text: PolicyText | null;
}

/** Reads a policy now and then; its text only when it has changed. */
export function usePolicy(documentId: string): FoundPolicy {
  const api = useDeskApi();
  const found = useCase('policies', documentId);
  const [text, setText] = React.useState<PolicyText | null>(null);
  const [failure, setFailure] = React.useState<Failure | null>(null);
  const turn = React.useRef(0);
  const revision = found.detail?.case.revision;
  const { refresh: refreshCase } = found;

  const read = React.useCallback(async () => {
    const mine = ++turn.current;
    try {
      const answer = await api.policyText(documentId);
      if (mine !== turn.current) return;
      setText(answer);
      setFailure(null);
    } catch (error) {
      const why = readFailure(error);
      if (mine === turn.current && why.kind !== 'aborted') setFailure(why);
    }
  }, [api, documentId]);

  React.useEffect(() => {
    void read();
    return () => {
      turn.current += 1;
    };
  }, [read, revision]);

  const refresh = React.useCallback(async () => {
    await Promise.all([refreshCase(), read()]);
  }, [refreshCase, read]);
  return { ...found, text, failure: found.failure ?? failure, refresh };
}

/** What the code knows of rules, by key: name, kind, default and the value in force. */
export type Rulebook = Map<string, RulebookItem>;

/** The rulebook of a community; until it is read, rules are shown by what the policy itself says. */
export function useRulebook(community: string | null): Rulebook {
  const api = useDeskApi();
  const [book, setBook] = React.useState<Rulebook>(new Map());
  React.useEffect(() => {
    if (!community) return;
    let gone = false;
    api.rulebook(community).then(
      ({ rules }) => !gone && setBook(new Map(rules.map((rule) => [rule.key, rule]))),
      () => undefined
    );
    return () => {
      gone = true;
    };
  }, [api, community]);
  return book;
}

/** Says rules in words, with what the rulebook knows of them. */
export function useRuleWords(book: Rulebook) {
  const words = useWords();
  return React.useMemo(
    () => ({
      name: (key: string) => book.get(key)?.name ?? ruleName(words, key),
      value: (key: string, value: RulebookItem['value'] | null) => valueInWords(words, kindOf(book, key, value), value),
    }),
    [book, words]
  );
}

/** The kind of a rule; one that the rulebook does not know is read by its value. */
function kindOf(book: Rulebook, key: string, value: RulebookItem['value'] | null): RulebookItem['kind'] {
  const known = book.get(key)?.kind;
  if (known) return known;
  if (typeof value === 'boolean') return 'switch';
  return typeof value === 'string' && value.startsWith('P') ? 'duration' : 'number';
}
