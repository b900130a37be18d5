import * as React from 'react';
import { Box, EmptyStateLayout, Flex } from '@strapi/design-system';
import { CheckCircle } from '@strapi/icons';
import { Page } from '@strapi/strapi/admin';
import type { DeskBoard } from '../../../contracts';
import { useCaseLink } from '../kernel/case/links';
import { useLeavesTrail } from '../kernel/case/trail';
import { useWords } from '../kernel/words';
import { Card } from './Card';
import { Figures } from './Figures';
import { QuickIntake } from './QuickIntake';
import { Section } from './Section';
import { TeamLoad } from './TeamLoad';
import { useFolded } from './useFolded';
import { useMay } from '../kernel/rights';

const ThisDay = React.lazy(() => import('../widgets/TodayWidget').then((found) => ({ default: found.ThisDay })));

const TEAM = 'team';
const TODAY = 'today';

/** The desk of a role: its sections in the order in which its people look at them. */
export function Board({ board }: { board: DeskBoard }) {
  const { t } = useWords();
  const [folded, fold] = useFolded();
  const caseLink = useCaseLink();
  const lines = board.sections.flatMap((section) => section.lines);
  useLeavesTrail('nav.desk', [...new Set(lines.map(({ case: { uid, documentId } }) => caseLink(uid, documentId)))]);
  const mayCount = useMay('figures.read');
  const nothing = board.sections.every(({ total }) => total === 0);
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      {board.intake && <QuickIntake />}
      {board.figures.length > 0 && <Figures figures={board.figures} />}
      {board.figures.length > 0 && mayCount && (
        <Card id={TODAY} title={t('desk.section.today')} folded={folded.has(TODAY)} onFold={() => fold(TODAY)}>
          <Box padding={4} paddingTop={1}>
            <React.Suspense fallback={<Page.Loading />}>
              <ThisDay />
            </React.Suspense>
          </Box>
        </Card>
      )}
      {nothing && !board.team && (
        <EmptyStateLayout
          icon={<CheckCircle width="6.4rem" height="6.4rem" fill="success500" aria-hidden />}
          content={t('desk.empty')}
        />
      )}
      {board.sections.map((section) => (
        <Section
          key={section.key}
          section={section}
          folded={folded.has(section.key)}
          onFold={() => fold(section.key)}
        />
      ))}
      {board.team && (
        <Card id={TEAM} title={t('desk.section.team')} folded={folded.has(TEAM)} onFold={() => fold(TEAM)}>
          <TeamLoad team={board.team} />
        </Card>
      )}
    </Flex>
  );
}
