import { Box, Flex, NumberInput, TextInput, Typography } from '@strapi/design-system';
import type { TicketPart } from '../../../../../contracts';
import { useWords } from '../../words';
import { yuanOf } from '../money';
import { rowsOf } from '../rows';
import { YuanInput } from './MoneyControl';
import type { ControlProps } from './props';
import { RowsControl } from './RowsControl';

/** The parts used: a line each, with number, price for one, and what they come to. */
export function PartsControl({ field, value, onChange, errors }: ControlProps) {
  const { t } = useWords();
  const parts = rowsOf<TicketPart>(value);
  const sum = parts.reduce((total, { quantity = 0, price = 0 }) => total + quantity * price, 0);

  return (
    <RowsControl<TicketPart>
      field={field}
      value={value}
      onChange={onChange}
      errors={errors}
      blank={{ name: '', quantity: 1, price: 0 }}
      addLabel={t('parts.add')}
      removeLabel={(line) => t('parts.remove', { line })}
      footer={parts.length > 0 && <Typography variant="pi">{t('parts.sum', { yuan: yuanOf(sum) })}</Typography>}
    >
      {(part, change, path, line) => (
        <Flex gap={2} alignItems="center" wrap="wrap">
          <Box flex="2 1 12rem">
            <TextInput
              name={`${path}.name`}
              aria-label={t('parts.name', { line })}
              placeholder={t('parts.namePlaceholder')}
              value={part.name ?? ''}
              onChange={(event) => change({ name: event.target.value })}
            />
          </Box>
          <Box flex="0 1 9rem">
            <NumberInput
              name={`${path}.quantity`}
              aria-label={t('parts.quantity', { line })}
              value={part.quantity}
              min={1}
              onValueChange={(quantity) => change({ quantity: quantity ?? 1 })}
            />
          </Box>
          <Box flex="0 1 12rem">
            <YuanInput
              name={`${path}.price`}
              aria-label={t('parts.price', { line })}
              value={part.price}
              onChange={(price) => change({ price: price ?? 0 })}
            />
          </Box>
        </Flex>
      )}
    </RowsControl>
  );
}
