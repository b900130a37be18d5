import * as React from 'react';
import { Box, Button, Flex, Link, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import type { DeskSection, ObligationItem } from '../../../contracts';
import { useDeskApi } from '../kernel/api';
import { listLink } from '../kernel/case/links';
import { ArrivalNote } from '../kernel/live/ArrivalNote';
import { useArrivals } from '../kernel/live/useArrivals';
import { usePolled } from '../kernel/usePolled';
import { useWords } from '../kernel/words';
import { Card } from './Card';
import { JobLine } from './JobLine';
import { OwedLine } from './OwedLine';

const MORE = 25;
const MOST = 100;
const EVERY_MS = 60_000;

/** In a list of jobs a line is a case, else a promise. */
const idOf = (jobs: boolean) => (line: ObligationItem) => (jobs ? line.case.documentId : line.documentId);

/** Sections of other people's things say whose they are. */
const OF_ALL = new Set(['overdue', 'soon', 'promisedToday', 'escalated']);

/** More lines than the desk brings, once somebody has asked for them; kept as true as the desk is. */
function useLonger(section: DeskSection): { section: DeskSection; more: (() => void) | null } {
  const api = useDeskApi();
  const [limit, setLimit] = React.useState(0);
  const { key } = section;
  const load = React.useCallback(
    () => (limit > 0 ? api.deskSection(key, limit) : Promise.resolve(null)),
    [api, key, limit]
  );
  const { data } = usePolled(load, limit > 0 ? EVERY_MS : null, 'all');
  const shown = limit > 0 && data ? data : section;
  const more = shown.nextCursor && limit < MOST ? () => setLimit(Math.min(MOST, shown.lines.length + MORE)) : null;
  return { section: shown, more };
}

interface SectionProps {
  section: DeskSection;
  folded: boolean;
  onFold: () => void;
}

/** A section of the desk: how much there is, the most urgent first, and the way to all of it. */
export function Section({ section: first, folded, onFold }: SectionProps) {
  const { t } = useWords();
  const { section, more } = useLonger(first);
  const arrivals = useArrivals(section.lines, idOf(section.jobs), section.key);
  const { key, total, totalIsCapped, jobs, details } = section;
  const title = t(`desk.section.${key}`);
  return (
    <Card
      id={key}
      title={title}
      count={`${total}${totalIsCapped ? '+' : ''}`}
      tone={key === 'overdue' || key === 'hour' || key === 'escalated' ? 'danger' : 'plain'}
      folded={folded}
      onFold={onFold}
      aside={section.lists.map(({ plural, query }) => (
        <Link key={plural} tag={NavLink} to={`${listLink(plural)}?${query}`}>
          {t('desk.all.of', { list: t(`list.title.${plural}`) })}
        </Link>
      ))}
    >
      <ArrivalNote arrivals={arrivals} />
      {arrivals.rows.length === 0 ? (
        <Box padding={4} paddingTop={1}>
          <Typography textColor="neutral600">{t(`desk.section.${key}.empty`)}</Typography>
        </Box>
      ) : (
        <Box tag="ul" aria-label={title} style={{ listStyle: 'none' }} {...arrivals.pointer}>
          {arrivals.rows.map((line) => {
            const id = idOf(jobs)(line);
            const marks = { fresh: arrivals.fresh.has(id), gone: arrivals.gone.has(id) };
            return jobs ? (
              <JobLine key={id} obligation={line} details={details[line.case.documentId] ?? {}} {...marks} />
            ) : (
              <OwedLine key={id} obligation={line} named={OF_ALL.has(key)} {...marks} />
            );
          })}
        </Box>
      )}
      {more && (
        <Flex padding={3} justifyContent="center">
          <Button variant="tertiary" onClick={more}>
            {t('list.more')}
          </Button>
        </Flex>
      )}
    </Card>
  );
}
