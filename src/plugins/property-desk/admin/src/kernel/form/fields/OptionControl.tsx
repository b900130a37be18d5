import * as React from 'react';
import { useDeskApi, type OptionRef } from '../../api';
import { readFailure } from '../../failure';
import { roleName, useWords, type Words } from '../../words';
import { Picker } from '../Picker';
import type { ControlProps } from './props';

/** Widgets whose choices the server lists, and under which name. */
const KIND_OF: Record<string, string> = {
  staff: 'staff',
  category: 'categories',
  building: 'buildings',
  community: 'communities',
};

/** Fields that take people of one role only. */
const ROLE_OF: Record<string, string> = { assignee: 'engineer' };

/** A thing to choose in words; staff with their role and how much they have to do. */
export function optionText(words: Words, option: OptionRef): string {
  const facts = [
    option.role ? roleName(words, option.role) : null,
    option.openWork === undefined ? null : words.t('form.openWork', { count: option.openWork }),
  ].filter(Boolean);
  return facts.length > 0
    ? `${option.name} ${words.t('form.aside', { text: facts.join(words.t('form.comma')) })}`
    : option.name;
}

/** A record chosen from a list of the server's, found by typing. Staff show how much they have to do. */
export function OptionControl({ field, value, onChange, context }: ControlProps) {
  const words = useWords();
  const api = useDeskApi();
  const [options, setOptions] = React.useState<OptionRef[] | null>(null);
  const [trouble, setTrouble] = React.useState<string | null>(null);
  const kind = KIND_OF[field.widget] ?? field.widget;
  const role = typeof field.property.role === 'string' ? field.property.role : ROLE_OF[field.name];
  const { community } = context;

  React.useEffect(() => {
    let gone = false;
    setTrouble(null);
    api.options(kind, { community: kind === 'communities' ? null : community, role }).then(
      (list) => !gone && setOptions(list),
      (error: unknown) => {
        const failure = readFailure(error);
        if (!gone && failure.kind !== 'aborted') setTrouble(failure.message);
      }
    );
    return () => {
      gone = true;
    };
  }, [api, kind, community, role]);

  return (
    <Picker
      name={field.name}
      value={(value as string) ?? null}
      items={(options ?? []).map((option) => ({ value: option.documentId, text: optionText(words, option) }))}
      onPick={onChange}
      busy={options === null && trouble === null}
      placeholder={words.t('form.chooseOrType')}
      empty={trouble ?? words.t('form.nothingFound')}
    />
  );
}
