import { Box, Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { FigureLoad, Figures } from '../../../contracts';
import { Figure, useListLink } from '../kernel/chart/Figure';
import { Legend } from '../kernel/chart/Legend';
import { Shares } from '../kernel/chart/Shares';
import { useWords } from '../kernel/words';
import { colourOf, typeName } from './types';

const Grid = styled.table`
  width: 100%;
  border-collapse: collapse;
  th,
  td {
    padding: 0.8rem;
    text-align: left;
    vertical-align: middle;
  }
  tbody tr {
    border-top: 1px solid ${({ theme }) => theme.colors.neutral150};
  }
`;

type Part = 'open' | 'overdue' | 'done';
type Person = Figures['load'][number];

/** A number of one person: what it is made up of, by type, each part a way to its list. */
function Numbers({ person, part }: { person: Person; part: Part }) {
  const words = useWords();
  const linkTo = useListLink();
  const some = person.types.filter((each) => each[part].count > 0);
  const label = (each: FigureLoad) =>
    words.t('map.figureOf', {
      name: `${person.staff.name} ${typeName(words, each)}`,
      what: words.t(`figures.load.${part}`),
      count: each[part].count,
    });
  const colour = part === 'overdue' && person.overdue > 0 ? 'danger600' : 'neutral800';
  return (
    <Flex gap={3} wrap="wrap">
      <Typography fontWeight="bold" textColor={colour} data-number={part}>
        {some.length === 1 ? (
          <Figure label={label(some[0])} to={linkTo(some[0][part].list)}>
            {some[0][part].count}
          </Figure>
        ) : (
          person[part]
        )}
      </Typography>
      {some.length > 1 &&
        some.map((each) => (
          <Typography key={each.type} variant="pi" textColor="neutral600">
            {typeName(words, each)}{' '}
            <Figure label={label(each)} to={linkTo(each[part].list)}>
              {each[part].count}
            </Figure>
          </Typography>
        ))}
    </Flex>
  );
}

/** Whose desk holds what: what is open, of it overdue, and what was done in the period. */
export function Load({ figures: { load, team, hours } }: { figures: Figures }) {
  const words = useWords();
  const { t } = words;
  const linkTo = useListLink();
  const most = Math.max(1, ...load.map(({ open }) => open));
  const title = t(team ? 'figures.load.team' : 'figures.load.own');
  return (
    <Box tag="section" aria-label={title} background="neutral0" hasRadius shadow="tableShadow" padding={5}>
      <Typography variant="delta" tag="h2">
        {title}
      </Typography>
      <Typography variant="pi" textColor="neutral600" tag="p">
        {t('figures.load.hint')}
      </Typography>
      {load.length === 0 ? (
        <Box paddingTop={3}>
          <Typography textColor="neutral600">{t('figures.load.none')}</Typography>
        </Box>
      ) : (
        <Box overflow="auto" paddingTop={3}>
          <Legend
            entries={hours.map((each) => ({
              key: each.type,
              name: typeName(words, each),
              colour: colourOf(each.type),
            }))}
          />
          <Grid>
            <thead>
              <tr>
                {['person', 'shares', 'open', 'overdue', 'done'].map((head) => (
                  <th key={head} scope="col" style={{ width: head === 'shares' ? '34%' : undefined }}>
                    <Typography variant="sigma" textColor="neutral600">
                      {t(`figures.load.${head}`)}
                    </Typography>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {load.map((person) => (
                <tr key={person.staff.documentId} data-person={person.staff.name}>
                  <td>
                    <Typography>{person.staff.name}</Typography>
                  </td>
                  <td>
                    <Shares
                      thick
                      most={most}
                      shares={person.types.map((each) => ({
                        key: each.type,
                        count: each.open.count,
                        colour: colourOf(each.type),
                        label: t('map.figureOf', {
                          name: `${person.staff.name} ${typeName(words, each)}`,
                          what: t('figures.load.open'),
                          count: each.open.count,
                        }),
                        to: linkTo(each.open.list),
                      }))}
                    />
                  </td>
                  {(['open', 'overdue', 'done'] as const).map((part) => (
                    <td key={part}>
                      <Numbers person={person} part={part} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </Grid>
        </Box>
      )}
    </Box>
  );
}
