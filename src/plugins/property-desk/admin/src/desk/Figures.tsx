import { Box, Flex, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import { styled } from 'styled-components';
import type { DeskBoard } from '../../../contracts';
import { listLink } from '../kernel/case/links';
import { useWords } from '../kernel/words';

const Opens = styled(NavLink)`
  text-decoration: none;
  &:hover {
    text-decoration: underline;
  }
`;

/** What the person's communities owe at this moment, in a few figures; each opens what it counts. */
export function Figures({ figures }: { figures: DeskBoard['figures'] }) {
  const { t } = useWords();
  return (
    <Flex gap={4} wrap="wrap" tag="dl" alignItems="stretch" data-testid="desk-figures">
      {figures.map(({ key, total, totalIsCapped, list }) => {
        const danger = total > 0 && (key === 'overdue' || key === 'escalated');
        const figure = (
          <Typography variant="alpha" textColor={danger ? 'danger600' : 'neutral800'}>
            {total}
            {totalIsCapped ? '+' : ''}
          </Typography>
        );
        return (
          <Box key={key} background="neutral0" hasRadius shadow="tableShadow" padding={4} flex="1 1 14rem">
            <Typography tag="dt" variant="pi" textColor="neutral600">
              {t(`desk.figure.${key}`)}
            </Typography>
            <dd>{list ? <Opens to={`${listLink(list.plural)}?${list.query}`}>{figure}</Opens> : figure}</dd>
          </Box>
        );
      })}
    </Flex>
  );
}
