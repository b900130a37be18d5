import * as React from 'react';
import { Flex, Tag, TextInput } from '@strapi/design-system';
import { Cross } from '@strapi/icons';
import { useWords } from '../../words';
import { addWords, endsWord, wordsOf } from '../rows';
import type { ControlProps } from './props';

/** A few words that something is found by: Enter or a comma ends one, Backspace in an empty box takes the last away. */
export function TagsControl({ field, value, onChange }: ControlProps) {
  const { t } = useWords();
  const [typed, setTyped] = React.useState('');
  const words = wordsOf(value);

  const take = (text: string) => {
    setTyped('');
    if (text.trim() !== '') onChange(addWords(words, text));
  };
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      {words.length > 0 && (
        <Flex gap={2} wrap="wrap" role="list">
          {words.map((word) => (
            <span role="listitem" key={word}>
              <Tag
                icon={<Cross aria-hidden />}
                label={t('form.takeOff', { name: word })}
                onClick={() => onChange(words.filter((each) => each !== word))}
              >
                {word}
              </Tag>
            </span>
          ))}
        </Flex>
      )}
      <TextInput
        name={field.name}
        value={typed}
        placeholder={t('form.tagHint')}
        autoComplete="off"
        onChange={(event) => (endsWord(event.target.value) ? take(event.target.value) : setTyped(event.target.value))}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return;
          if (event.key === 'Enter' && typed.trim() !== '') {
            event.preventDefault();
            take(typed);
          } else if (event.key === 'Backspace' && typed === '' && words.length > 0) {
            onChange(words.slice(0, -1));
          }
        }}
        onBlur={() => take(typed)}
      />
    </Flex>
  );
}
