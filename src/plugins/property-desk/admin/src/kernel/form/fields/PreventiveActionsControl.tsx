import * as React from 'react';
import { Box, Flex, Textarea } from '@strapi/design-system';
import { useWords } from '../../words';
import { DateTimeControl } from './DateTimeControl';
import { OptionPicker } from './OptionControl';
import type { ControlProps } from './props';
import { Cell, RowsControl } from './RowsControl';

/** What somebody takes on; its time is `dueAt` or `promisedAt`, as the action calls it. */
type TakenOnRow = Record<string, string | null>;

interface TakenOnProps extends ControlProps {
  /** Name of the field that holds its time. */
  due: 'dueAt' | 'promisedAt';
  /** The keys of its words. */
  words: (part: string) => string;
}

/** What, by whom, until when; each becomes a promise of its owner's. */
function TakenOnControl({ field, value, onChange, errors, context, due, words }: TakenOnProps) {
  const { t } = useWords();
  return (
    <RowsControl<TakenOnRow>
      field={field}
      value={value}
      onChange={onChange}
      errors={errors}
      blank={{ what: '', owner: null, [due]: null }}
      addLabel={t(words('add'))}
      removeLabel={(line) => t(words('remove'), { line })}
      framed
    >
      {(row, change, path) => (
        <Flex direction="column" alignItems="stretch" gap={3}>
          <Cell name={`${path}.what`} label={t(words('what'))} required errors={errors}>
            <Textarea
              value={row.what ?? ''}
              maxLength={500}
              minHeight="6rem"
              onChange={(event: React.ChangeEvent<HTMLTextAreaElement>) => change({ what: event.target.value })}
            />
          </Cell>
          <Flex gap={3} wrap="wrap" alignItems="flex-start">
            <Box flex="1 1 18rem">
              <Cell name={`${path}.owner`} label={t(words('owner'))} required errors={errors}>
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
              <Cell name={`${path}.${due}`} label={t(words('dueAt'))} required errors={errors}>
                <DateTimeControl
                  field={{ ...field, name: `${path}.${due}` }}
                  value={row[due]}
                  error={errors[`${path}.${due}`]}
                  errors={errors}
                  onChange={(at) => change({ [due]: at as string | null })}
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

/** 整改措施: what shall be done so that it does not happen again. */
export const PreventiveActionsControl = (props: ControlProps) => (
  <TakenOnControl {...props} due="dueAt" words={(part) => `preventive.${part}`} />
);

/** 会议事项: what people took on at a meeting. */
export const ActionItemsControl = (props: ControlProps) => (
  <TakenOnControl {...props} due="promisedAt" words={(part) => `actionItems.${part}`} />
);
