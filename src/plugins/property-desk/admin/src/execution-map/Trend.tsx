import * as React from 'react';
import { Box, Button, Flex, Loader, Table, Tbody, Td, Th, Thead, Tr, Typography } from '@strapi/design-system';
import { rateInWords } from '../../../contracts';
import { useWords } from '../kernel/words';
import type { Week } from './chapters';

const TrendChart = React.lazy(() => import('./TrendChart'));

/** How it went week by week: a chart, and the same figures as a table for whoever reads rather than looks. */
export function Trend({ weeks, title }: { weeks: Week[]; title: string }) {
  const { t } = useWords();
  const [asTable, setAsTable] = React.useState(false);
  return (
    <Box tag="section" aria-label={title} background="neutral0" hasRadius shadow="tableShadow" padding={5}>
      <Flex justifyContent="space-between" paddingBottom={3} gap={2}>
        <Typography variant="delta" tag="h2">
          {title}
        </Typography>
        {weeks.length > 0 && (
          <Button variant="tertiary" size="S" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
            {t(asTable ? 'map.asChart' : 'map.asTable')}
          </Button>
        )}
      </Flex>
      {weeks.length === 0 ? (
        <Typography textColor="neutral600">{t('map.noTrend')}</Typography>
      ) : asTable ? (
        <Table colCount={4} rowCount={weeks.length + 1}>
          <Thead>
            <Tr>
              {['week', 'kept', 'broken', 'rate'].map((head) => (
                <Th key={head}>
                  <Typography variant="sigma" textColor="neutral600">
                    {t(`map.${head}`)}
                  </Typography>
                </Th>
              ))}
            </Tr>
          </Thead>
          <Tbody>
            {weeks.map(({ week, kept, broken }) => (
              <Tr key={week}>
                {[week, kept, broken, rateInWords(kept + broken ? kept / (kept + broken) : null)].map((value, at) => (
                  <Td key={at}>
                    <Typography>{value}</Typography>
                  </Td>
                ))}
              </Tr>
            ))}
          </Tbody>
        </Table>
      ) : (
        <React.Suspense fallback={<Loader small>{t('map.loading')}</Loader>}>
          <TrendChart weeks={weeks} />
        </React.Suspense>
      )}
    </Box>
  );
}
