import * as React from 'react';
import { Box, Button, Flex, Table, Tbody, Td, Th, Thead, Tr, Typography } from '@strapi/design-system';
import { useWords } from '../words';

/** The same figures in words: what stands over the columns, and the lines. */
export interface ChartTable {
  heads: string[];
  rows: { key: string; cells: React.ReactNode[] }[];
}

interface ChartCardProps {
  title: string;
  /** What the figures are, in a few words. */
  hint?: string;
  table: ChartTable;
  /** Said instead of a chart where there is nothing to draw. */
  empty: string;
  children: React.ReactNode;
}

/** A chart under its title, and the same figures as a table for whoever reads rather than looks. */
export function ChartCard({ title, hint, table, empty, children }: ChartCardProps) {
  const { t } = useWords();
  const [asTable, setAsTable] = React.useState(false);
  const none = table.rows.length === 0;
  return (
    <Box tag="section" aria-label={title} background="neutral0" hasRadius shadow="tableShadow" padding={5}>
      <Flex justifyContent="space-between" alignItems="flex-start" paddingBottom={3} gap={2}>
        <Box>
          <Typography variant="delta" tag="h2">
            {title}
          </Typography>
          {hint && (
            <Typography variant="pi" textColor="neutral600">
              {hint}
            </Typography>
          )}
        </Box>
        {!none && (
          <Button variant="tertiary" size="S" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
            {t(asTable ? 'chart.asChart' : 'chart.asTable')}
          </Button>
        )}
      </Flex>
      {none ? (
        <Typography textColor="neutral600">{empty}</Typography>
      ) : asTable ? (
        <Box overflow="auto">
          <Table colCount={table.heads.length} rowCount={table.rows.length + 1}>
            <Thead>
              <Tr>
                {table.heads.map((head) => (
                  <Th key={head}>
                    <Typography variant="sigma" textColor="neutral600">
                      {head}
                    </Typography>
                  </Th>
                ))}
              </Tr>
            </Thead>
            <Tbody>
              {table.rows.map(({ key, cells }) => (
                <Tr key={key}>
                  {cells.map((cell, at) => (
                    <Td key={at}>
                      <Typography tag="div">{cell}</Typography>
                    </Td>
                  ))}
                </Tr>
              ))}
            </Tbody>
          </Table>
        </Box>
      ) : (
        children
      )}
    </Box>
  );
}
