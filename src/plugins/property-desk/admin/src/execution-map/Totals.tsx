import type * as React from 'react';
import { Box, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import { rateInWords, spanInWords, type ComplianceFigures } from '../../../contracts';
import { Figure } from '../kernel/chart/Figure';
import { useWords } from '../kernel/words';
import { obligationsLink, useMayList, type Narrowing } from './narrowing';

const Cards = styled(Box)`
  display: grid;
  grid-template-columns: repeat(auto-fit, minmax(14rem, 1fr));
  gap: 1.2rem;
`;

interface CardProps {
  label: string;
  colour?: 'success600' | 'danger600' | 'neutral800';
  children: React.ReactNode;
}

function Card({ label, colour = 'neutral800', children }: CardProps) {
  return (
    <Box background="neutral0" hasRadius shadow="tableShadow" padding={4}>
      <Typography variant="pi" textColor="neutral600" tag="div">
        {label}
      </Typography>
      <Typography variant="beta" textColor={colour} tag="div">
        {children}
      </Typography>
    </Box>
  );
}

/** The figures of the whole period; each opens its list. */
export function Totals({ total, narrowing }: { total: ComplianceFigures; narrowing: Narrowing }) {
  const { t } = useWords();
  const mayList = useMayList();
  const figure = (state: 'kept' | 'broken' | 'open', count: number) => (
    <Figure
      label={t('map.figure', { what: t(`map.${state}`), count })}
      to={mayList && count > 0 ? obligationsLink({ ...narrowing, state }) : null}
    >
      {count}
    </Figure>
  );
  return (
    <Cards>
      <Card label={t('map.rate')}>{rateInWords(total.rate)}</Card>
      <Card label={t('map.opened')}>
        <Figure
          label={t('map.figure', { what: t('map.opened'), count: total.opened })}
          to={mayList && total.opened > 0 ? obligationsLink({ ...narrowing, state: 'all' }) : null}
        >
          {total.opened}
        </Figure>
      </Card>
      <Card label={t('map.kept')} colour="success600">
        {figure('kept', total.kept)}
      </Card>
      <Card label={t('map.broken')} colour="danger600">
        {figure('broken', total.broken)}
      </Card>
      <Card label={t('map.open')}>{figure('open', total.open)}</Card>
      <Card label={t('map.median')}>{spanInWords(t, total.medianMinutes)}</Card>
    </Cards>
  );
}
