import { Box, Button, Checkbox, Flex, IconButton, Popover, Typography } from '@strapi/design-system';
import { ArrowDown, ArrowUp, GridFour } from '@strapi/icons';
import { useWords } from '../../words';
import { shifted } from '../address';

interface ColumnPickerProps<C extends string> {
  /** Every column that the list has. */
  known: readonly C[];
  shown: readonly C[];
  headOf: (column: C) => string;
  /** Null takes the list's own columns again. */
  onChange: (shown: C[] | null) => void;
}

/** Which columns a list shows, and in which order. */
export function ColumnPicker<C extends string>({ known, shown, headOf, onChange }: ColumnPickerProps<C>) {
  const { t } = useWords();
  const order = [...shown, ...known.filter((column) => !shown.includes(column))];
  return (
    <Popover.Root>
      <Popover.Trigger>
        <Button size="S" variant="tertiary" startIcon={<GridFour />}>
          {t('columns.title')}
        </Button>
      </Popover.Trigger>
      <Popover.Content side="bottom" align="end">
        <Box padding={4} minWidth="26rem">
          <Typography variant="sigma" textColor="neutral600">
            {t('columns.title')}
          </Typography>
          <Box tag="ul" paddingTop={2} paddingBottom={2}>
            {order.map((column) => {
              const on = shown.includes(column);
              return (
                <Flex tag="li" key={column} gap={2} justifyContent="space-between" paddingTop={1} paddingBottom={1}>
                  <Checkbox
                    checked={on}
                    // A list without columns would show nothing at all.
                    disabled={on && shown.length === 1}
                    onCheckedChange={() => onChange(on ? shown.filter((each) => each !== column) : [...shown, column])}
                  >
                    {headOf(column)}
                  </Checkbox>
                  {on && (
                    <Flex gap={1}>
                      <IconButton
                        size="XS"
                        variant="ghost"
                        label={t('columns.up', { column: headOf(column) })}
                        disabled={shown[0] === column}
                        onClick={() => onChange(shifted(shown, column, -1))}
                      >
                        <ArrowUp />
                      </IconButton>
                      <IconButton
                        size="XS"
                        variant="ghost"
                        label={t('columns.down', { column: headOf(column) })}
                        disabled={shown.at(-1) === column}
                        onClick={() => onChange(shifted(shown, column, 1))}
                      >
                        <ArrowDown />
                      </IconButton>
                    </Flex>
                  )}
                </Flex>
              );
            })}
          </Box>
          <Button size="S" variant="ghost" onClick={() => onChange(null)}>
            {t('columns.reset')}
          </Button>
        </Box>
      </Popover.Content>
    </Popover.Root>
  );
}
