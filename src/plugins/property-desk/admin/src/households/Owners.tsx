import { Table, Tbody, Td, Th, Thead, Tr, Typography } from '@strapi/design-system';
import type { HouseholdFile } from '../../../contracts';
import { useTimes } from '../kernel/clock/times';
import { useWords } from '../kernel/words';
import { ownersOf } from './parts';
import { Section } from './Section';

/** Whose flat it was and is: the owners one after the other, from when until when. */
export function Owners({ file }: { file: HouseholdFile }) {
  const { t } = useWords();
  const { day } = useTimes();
  const owners = ownersOf(file);
  const moment = (value: unknown) => (typeof value === 'string' ? day(value) : t('case.empty'));
  if (owners.length < 2) return null;
  return (
    <Section title={t('household.owners')}>
      <Table colCount={3} rowCount={owners.length + 1} aria-label={t('household.owners')}>
        <Thead>
          <Tr>
            {['name', 'movedInAt', 'movedOutAt'].map((head) => (
              <Th key={head}>
                <Typography variant="sigma">
                  {t(head === 'name' ? 'resident.kind.owner' : `household.${head}`)}
                </Typography>
              </Th>
            ))}
          </Tr>
        </Thead>
        <Tbody>
          {owners.map(({ documentId, fields, ended }) => (
            <Tr key={documentId}>
              <Td>
                <Typography fontWeight={ended ? undefined : 'semiBold'}>{String(fields.name)}</Typography>
              </Td>
              <Td>
                <Typography>{moment(fields.movedInAt)}</Typography>
              </Td>
              <Td>
                <Typography>{ended ? moment(fields.movedOutAt) : t('household.today')}</Typography>
              </Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
    </Section>
  );
}
