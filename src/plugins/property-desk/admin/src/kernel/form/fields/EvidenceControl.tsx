import { Box, Flex, Radio, TextInput } from '@strapi/design-system';
import { useWords } from '../../words';
import type { ControlProps } from './props';
import { Cell, RowsControl } from './RowsControl';

/** What a complaint rests on: somebody who saw it, or something that shows it. */
interface EvidenceRow {
  kind: string;
  description: string;
}

const KINDS = ['person', 'material'];

/** 人证、物证: a row each; photos are added to the case's files once it is saved. */
export function EvidenceControl({ field, value, onChange, errors }: ControlProps) {
  const { t } = useWords();
  return (
    <RowsControl<EvidenceRow>
      field={field}
      value={value}
      onChange={onChange}
      errors={errors}
      blank={{ kind: 'material', description: '' }}
      addLabel={t('evidence.add')}
      removeLabel={(line) => t('evidence.remove', { line })}
      framed
    >
      {(row, change, path, line) => (
        <Flex gap={4} wrap="wrap" alignItems="center">
          <Box data-field={`${path}.kind`}>
            <Radio.Group
              name={`${path}.kind`}
              value={row.kind ?? ''}
              onValueChange={(kind) => change({ kind })}
              aria-label={t('evidence.kind', { line })}
            >
              <Flex gap={4}>
                {KINDS.map((kind) => (
                  <Radio.Item key={kind} value={kind}>
                    {t(`complaint.evidence.${kind}`)}
                  </Radio.Item>
                ))}
              </Flex>
            </Radio.Group>
          </Box>
          <Box flex="1 1 20rem">
            <Cell name={`${path}.description`} label={t('evidence.description')} required errors={errors}>
              <TextInput
                placeholder={t(`evidence.placeholder.${row.kind === 'person' ? 'person' : 'material'}`)}
                value={row.description ?? ''}
                maxLength={500}
                autoComplete="off"
                onChange={(event) => change({ description: event.target.value })}
              />
            </Cell>
          </Box>
        </Flex>
      )}
    </RowsControl>
  );
}
