import { Flex, Tag } from '@strapi/design-system';
import { Cross } from '@strapi/icons';
import { useWords } from '../../words';
import { wordsOf } from '../rows';
import { OptionPicker, optionText } from './OptionControl';
import type { ControlProps } from './props';
import { useOptions } from './useOptions';

/** Several people, e.g. the members of a task force: picked one after the other, taken off again by their cross. */
export function StaffListControl({ field, value, onChange, context }: ControlProps) {
  const words = useWords();
  const { options } = useOptions('staff', context.community);
  const chosen = wordsOf(value);
  const nameOf = (id: string) => {
    const option = options?.find(({ documentId }) => documentId === id);
    return option ? optionText(words, { ...option, openWork: undefined }) : words.t('form.loading');
  };
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      {chosen.length > 0 && (
        <Flex gap={2} wrap="wrap" role="list" data-testid={`chosen-${field.name}`}>
          {chosen.map((id) => (
            <span role="listitem" key={id}>
              <Tag
                icon={<Cross aria-hidden />}
                label={words.t('form.takeOff', { name: nameOf(id) })}
                onClick={() => onChange(chosen.filter((each) => each !== id))}
              >
                {nameOf(id)}
              </Tag>
            </span>
          ))}
        </Flex>
      )}
      <OptionPicker
        name={field.name}
        kind="staff"
        community={context.community}
        value={null}
        without={chosen}
        placeholder={words.t('form.addPerson')}
        onPick={(id) => id && onChange([...chosen, id])}
      />
    </Flex>
  );
}
