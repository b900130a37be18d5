import * as React from 'react';
import { Box, Flex, Textarea } from '@strapi/design-system';
import { useWords } from '../../words';
import { DateTimeControl } from './DateTimeControl';
import { OptionPicker } from './OptionControl';
import type { ControlProps } from './props';
import { Cell, RowsControl } from './RowsControl';

/** What shall be done so that it does not happen again. */
interface PreventiveRow {
  what: string;
  owner: string | null;
  dueAt: string | null;
}

/** 整改措施: what, by whom, until when; each becomes a promise of its owner's. */
export function PreventiveActionsControl({ field, value, onChange, errors, context }: ControlProps) {
  const { t } = useWords();
  return (
    <RowsControl<PreventiveRow>
      field={field}
      value={value}
      onChange={onChange}
      errors={errors}
      blank={{ what: '', owner: null, dueAt: null }}
      addLabel={t('preventive.add')}
      removeLabel={(line) => t('preventive.remove', { line })}
      framed
    >
      {(row, change, path) => (
        <Flex direction="column" alignItems="stretch" gap={3}>
          <Cell name={`${path}.what`} label={t('preventive.what')} required errors={errors}>
            <Textarea
              value={row.what ?? ''}
              maxLength={500}
              minHeight="6rem"
              onChange={(event: React.ChangeEvent<HTMLTextAreaElement>) => change({ what: event.target.value })}
            />
          </Cell>
          <Flex gap={3} wrap="wrap" alignItems="flex-start">
            <Box flex="1 1 18rem">
              <Cell name={`${path}.owner`} label={t('preventive.owner')} required errors={errors}>
                <OptionPicker
                  name={`${path}.owner`}
                  kind="staff"
                  community={context.community}
                  value={row.owner ?? null}
                  onPick={(owner) => change({ owner })}
                />
              </Cell>
            </Box>
            <Box flex="1 1 22rem">
              <Cell name={`${path}.dueAt`} label={t('preventive.dueAt')} required errors={errors}>
                <DateTimeControl
                  field={{ ...field, name: `${path}.dueAt` }}
                  value={row.dueAt}
                  error={errors[`${path}.dueAt`]}
                  errors={errors}
                  onChange={(dueAt) => change({ dueAt: dueAt as string | null })}
                  context={context}
                />
              </Cell>
            </Box>
          </Flex>
        </Flex>
      )}
    </RowsControl>
  );
}
