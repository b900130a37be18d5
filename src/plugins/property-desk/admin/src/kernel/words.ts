import * as React from 'react';
import { useIntl, type PrimitiveType } from 'react-intl';
import { PLUGIN_ID } from '../pluginId';

type Values = Record<string, PrimitiveType>;

/** The panel's words in the person's language. */
export interface Words {
  locale: string;
  /** The word under this key; an unknown key is shown as it is, so that a gap shows. */
  t: (key: string, values?: Values) => string;
  /** The word under the first of these keys that exists, else the fallback. */
  first: (keys: string[], fallback: string, values?: Values) => string;
}

/** Looks words up under the plugin's prefix, where the panel's and the shared ones are registered. */
export function useWords(): Words {
  const { formatMessage, messages, locale } = useIntl();

  return React.useMemo(() => {
    const idOf = (key: string) => `${PLUGIN_ID}.${key}`;
    const has = (key: string) => messages[idOf(key)] !== undefined;
    const t: Words['t'] = (key, values) => (has(key) ? formatMessage({ id: idOf(key) }, values) : key);
    const first: Words['first'] = (keys, fallback, values) => {
      const key = keys.find(has);
      return key ? t(key, values) : fallback;
    };
    return { locale, t, first };
  }, [formatMessage, messages, locale]);
}

/** What a case of this type calls its state. */
export const stateName = (words: Words, type: string, state: string): string =>
  words.first([`${type}.state.${state}`, `state.${state}`], state);

/** What the button of an action says. */
export const actionName = (words: Words, type: string, action: string): string =>
  words.first([`${type}.action.${action}`, `action.${action}`], action);

/** What is owed, in a few words. */
export const obligationName = (words: Words, what: string): string => words.first([`obligation.${what}`], what);

/** Who did something; the system has no name of its own. */
export const actorName = (words: Words, { kind, name }: { kind: string; name: string }): string =>
  (kind === 'system' ? '' : name) || words.t(`actor.${kind}`);

/** What a role is called. */
export const roleName = (words: Words, role: string): string => words.first([`role.${role}`], role);

/** The label of a field of an action's input or of a case. */
export const fieldName = (words: Words, type: string, field: string): string =>
  words.first([`${type}.field.${field}`, `field.${field}`, `${type}.${field}`], field);

/** The word of one value of a choice. */
export function choiceName(words: Words, type: string, field: string, value: string, prefix?: string): string {
  const keys = [`${type}.${field}.${value}`, `field.${field}.${value}`, `${field}.${value}`, `choice.${value}`];
  return words.first(prefix ? [`${prefix}.${value}`, ...keys] : keys, value);
}
