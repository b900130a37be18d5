import { Box, Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import { Part, type Share } from './Shares';

const Row = styled.ol`
  display: grid;
  grid-auto-flow: column;
  grid-auto-columns: minmax(0, 1fr);
  gap: 0.4rem;
  height: 20rem;
  list-style: none;
  border-bottom: 1px solid ${({ theme }) => theme.colors.neutral300};
  @media print {
    print-color-adjust: exact;
  }
`;

const Column = styled.li`
  display: flex;
  flex-direction: column;
  justify-content: flex-end;
  align-items: stretch;
  min-width: 0;
`;

const Labels = styled.div`
  display: grid;
  grid-auto-flow: column;
  grid-auto-columns: minmax(0, 1fr);
  gap: 0.4rem;
  padding-top: 0.4rem;
  text-align: center;
`;

/** So many words fit under the columns; of more, every second or third is said, and the table has all. */
const MOST_LABELS = 12;

/** One column: what stands under it, and its parts from the bottom upwards. */
export interface ColumnOf {
  key: string;
  under: string;
  parts: Share[];
}

const totalOf = ({ parts }: ColumnOf) => parts.reduce((sum, { count }) => sum + count, 0);

/** Columns of parts, each as high as what it counts; a part opens its list. */
export function Columns({ columns, label }: { columns: ColumnOf[]; label: string }) {
  const most = Math.max(1, ...columns.map(totalOf));
  const step = Math.ceil(columns.length / MOST_LABELS);
  return (
    <Box>
      <Row aria-label={label}>
        {columns.map((column) => (
          <Column key={column.key}>
            {totalOf(column) > 0 && (
              <Flex justifyContent="center">
                <Typography variant="pi" textColor="neutral700">
                  {totalOf(column)}
                </Typography>
              </Flex>
            )}
            {[...column.parts].reverse().map(
              (share) =>
                share.count > 0 && (
                  // The figure above it needs its room as well.
                  <Part key={share.key} share={share} style={{ height: `${(share.count / most) * 88}%` }} />
                )
            )}
          </Column>
        ))}
      </Row>
      <Labels aria-hidden>
        {columns.map(({ key, under }, index) => (
          <Flex key={key} justifyContent="center" minWidth={0}>
            <Typography variant="pi" textColor="neutral600" style={{ whiteSpace: 'nowrap' }}>
              {index % step === 0 && under}
            </Typography>
          </Flex>
        ))}
      </Labels>
    </Box>
  );
}
