import { Flex, Checkbox, Typography } from '@strapi/design-system';
import { useWords } from '../../words';
import { wordsOf } from '../rows';
import type { ControlProps } from './props';

/** Several of the records that the page has given to choose from: ticked, as there are few. */
export function ChosenManyControl({ field, value, onChange, context }: ControlProps) {
  const { t } = useWords();
  const items = context.choices?.[field.name] ?? [];
  const chosen = wordsOf(value);
  if (items.length === 0)
    return (
      <Typography variant="pi" textColor="neutral600">
        {t('form.nothingFound')}
      </Typography>
    );
  return (
    <Flex gap={4} wrap="wrap" role="group" data-testid={`chosen-${field.name}`}>
      {items.map(({ value: id, text }) => (
        <Checkbox
          key={id}
          checked={chosen.includes(id)}
          onCheckedChange={(ticked) =>
            onChange(ticked === true ? [...chosen, id] : chosen.filter((each) => each !== id))
          }
        >
          {text}
        </Checkbox>
      ))}
    </Flex>
  );
}
