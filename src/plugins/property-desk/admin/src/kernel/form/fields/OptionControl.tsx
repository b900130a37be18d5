import type { OptionRef } from '../../api';
import { roleName, useWords, type Words } from '../../words';
import { Picker } from '../Picker';
import type { ControlProps } from './props';
import { useOptions } from './useOptions';

/** Widgets whose choices the server lists, and under which name. */
const KIND_OF: Record<string, string> = {
  staff: 'staff',
  category: 'categories',
  complaintCategory: 'complaint-categories',
  building: 'buildings',
  community: 'communities',
};

/** Fields that take people of some roles only, by case type where it matters. */
const ROLES_OF: Record<string, string> = {
  assignee: 'engineer',
  'complaint.handler': 'specialist,supervisor,manager',
};

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

interface OptionPickerProps {
  name: string;
  kind: string;
  community: string | null;
  role?: string;
  value: string | null;
  /** Left out of the list, e.g. because they are chosen already. */
  without?: string[];
  placeholder?: string;
  onPick: (documentId: string | null) => void;
}

/** A list of the server's, found by typing; staff show how much they have to do. */
export function OptionPicker({ name, kind, community, role, value, without = [], ...rest }: OptionPickerProps) {
  const words = useWords();
  const { options, trouble } = useOptions(kind, community, role);
  const items = (options ?? []).filter(({ documentId }) => !without.includes(documentId));
  return (
    <Picker
      name={name}
      value={value}
      items={items.map((option) => ({ value: option.documentId, text: optionText(words, option) }))}
      onPick={rest.onPick}
      busy={options === null && trouble === null}
      placeholder={rest.placeholder ?? words.t('form.chooseOrType')}
      empty={trouble ?? words.t('form.nothingFound')}
    />
  );
}

/** A record chosen from a list of the server's. */
export function OptionControl({ field, value, onChange, context }: ControlProps) {
  return (
    <OptionPicker
      name={field.name}
      kind={KIND_OF[field.widget] ?? field.widget}
      community={context.community}
      role={ROLES_OF[`${context.type}.${field.name}`] ?? ROLES_OF[field.name]}
      value={(value as string) ?? null}
      onPick={onChange}
    />
  );
}
