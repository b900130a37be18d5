import { Box, Button, Flex, IconButton, NumberInput, TextInput, Typography } from '@strapi/design-system';
import { Plus, Trash } from '@strapi/icons';
import type { TicketPart } from '../../../../../contracts';
import { useWords } from '../../words';
import { yuanOf } from '../money';
import { YuanInput } from './MoneyControl';
import type { ControlProps } from './props';

/** The parts used: a line each, with number, price for one, and what they come to. */
export function PartsControl({ field, value, onChange, errors }: ControlProps) {
  const { t } = useWords();
  const parts = Array.isArray(value) ? (value as Partial<TicketPart>[]) : [];
  const change = (index: number, patch: Partial<TicketPart>) =>
    onChange(parts.map((part, at) => (at === index ? { ...part, ...patch } : part)));
  const sum = parts.reduce((total, { quantity = 0, price = 0 }) => total + quantity * price, 0);
  const errorsAt = (index: number) =>
    Object.entries(errors).filter(([path]) => path.startsWith(`${field.name}.${index}.`));

  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      {parts.map((part, index) => (
        <Box key={index}>
          <Flex gap={2} alignItems="center">
            <Box flex="2 1 12rem">
              <TextInput
                name={`${field.name}.${index}.name`}
                aria-label={t('parts.name', { line: index + 1 })}
                placeholder={t('parts.namePlaceholder')}
                value={part.name ?? ''}
                onChange={(event) => change(index, { name: event.target.value })}
              />
            </Box>
            <Box flex="0 1 9rem">
              <NumberInput
                name={`${field.name}.${index}.quantity`}
                aria-label={t('parts.quantity', { line: index + 1 })}
                value={part.quantity}
                min={1}
                onValueChange={(quantity) => change(index, { quantity: quantity ?? 1 })}
              />
            </Box>
            <Box flex="0 1 12rem">
              <YuanInput
                name={`${field.name}.${index}.price`}
                aria-label={t('parts.price', { line: index + 1 })}
                value={part.price}
                onChange={(price) => change(index, { price: price ?? 0 })}
              />
            </Box>
            <IconButton
              type="button"
              label={t('parts.remove', { line: index + 1 })}
              onClick={() => onChange(parts.filter((_, at) => at !== index))}
            >
              <Trash />
            </IconButton>
          </Flex>
          {errorsAt(index).map(([path, message]) => (
            <Typography key={path} variant="pi" textColor="danger600" role="alert">
              {message}
            </Typography>
          ))}
        </Box>
      ))}
      <Flex justifyContent="space-between">
        <Button
          type="button"
          variant="tertiary"
          startIcon={<Plus />}
          onClick={() => onChange([...parts, { name: '', quantity: 1, price: 0 }])}
        >
          {t('parts.add')}
        </Button>
        {parts.length > 0 && <Typography variant="pi">{t('parts.sum', { yuan: yuanOf(sum) })}</Typography>}
      </Flex>
    </Flex>
  );
}
