import * as React from 'react';
import { Box, Button, EmptyStateLayout, Flex } from '@strapi/design-system';
import { ArrowClockwise } from '@strapi/icons';
import { EmptyDocuments } from '@strapi/icons/symbols';
import { Layouts, Page } from '@strapi/strapi/admin';
import { DateTime } from 'luxon';
import { styled } from 'styled-components';
import { FIGURE_AGES, type Figures, type Locale } from '../../../contracts';
import { useDeskApi } from '../kernel/api';
import { useTimes } from '../kernel/clock/times';
import { useOfficeTime } from '../kernel/clock/useOfficeTime';
import { IntakeButton } from '../kernel/IntakeButton';
import { Notice } from '../kernel/Notice';
import { Chooser } from '../kernel/period/Chooser';
import type { Preset } from '../kernel/period/period';
import { daysInWords } from '../kernel/period/said';
import { useAsked } from '../kernel/period/useAsked';
import { useCommunities } from '../kernel/useCommunities';
import { usePolled } from '../kernel/usePolled';
import { useWords } from '../kernel/words';
import { FIGURES_READ } from '../permissions';
import { Bars } from './Bars';
import { Cards } from './Cards';
import { Hours } from './Hours';
import { Load } from './Load';
import { comparedWith, isEmpty } from './said';
import { colourOf, typeName } from './types';
import { whyOf } from '../kernel/failure';

/** Periods that a button chooses. */
const PERIODS: readonly Preset[] = ['today', 'yesterday', 'week', 'month', 'lastMonth'];
const EVERY_MS = 60_000;

const GRADES: Record<string, string> = { urgent: 'danger600', major: 'warning500', general: 'secondary500' };

const Charts = styled(Box)`
  display: grid;
  grid-template-columns: repeat(auto-fit, minmax(min(44rem, 100%), 1fr));
  gap: 2rem;
  align-items: start;
`;

function Drawn({ figures }: { figures: Figures }) {
  const words = useWords();
  const { t, locale } = words;
  const year = DateTime.fromISO(figures.now, { zone: figures.timeZone }).year;
  const compared = t(`figures.compared.${comparedWith(figures)}`, {
    days: daysInWords(locale as Locale, figures.before.from, figures.before.to, year),
  });
  return (
    <>
      <Cards figures={figures} compared={compared} />
      <Charts>
        <Hours figures={figures} />
        <Bars
          title={t('figures.ages')}
          hint={t('figures.ages.hint')}
          head={t('figures.age')}
          empty={t('figures.nothingOpen')}
          legend
          bars={FIGURE_AGES.map((age, at) => ({
            key: age,
            name: t(`figures.age.${age}`),
            parts: figures.ages.map(({ type, ages }) => ({
              key: type,
              name: typeName(words, { type }),
              colour: colourOf(type),
              figure: ages[at],
            })),
          }))}
        />
        <Bars
          title={t('figures.categories')}
          hint={t('figures.categories.hint')}
          head={t('figures.category')}
          empty={t('figures.nothingCame')}
          bars={figures.categories.map(({ type, category, in: figure }) => ({
            key: `${type}.${category?.documentId ?? 'none'}`,
            name: `${typeName(words, { type })} · ${category?.name ?? t('figures.category.none')}`,
            parts: [{ key: type, name: typeName(words, { type }), colour: colourOf(type), figure }],
          }))}
        />
        {figures.grades.length > 0 && (
          <Bars
            title={t('figures.grades')}
            head={t('figures.grade')}
            empty={t('figures.nothingCame')}
            bars={figures.grades.map(({ type, grade, in: figure }) => ({
              key: grade ?? 'none',
              name: grade ? words.first([`${type}.severity.${grade}`], grade) : t('figures.grade.none'),
              parts: [
                { key: type, name: typeName(words, { type }), colour: GRADES[grade ?? ''] ?? 'neutral400', figure },
              ],
            }))}
          />
        )}
      </Charts>
      <Load figures={figures} />
    </>
  );
}

function FiguresOf() {
  const { t, locale } = useWords();
  const api = useDeskApi();
  const times = useTimes();
  useOfficeTime();
  const communities = useCommunities();
  const { days, community, ask } = useAsked('today');
  const query = React.useMemo(() => ({ ...days, community }), [days, community]);
  const { data, failure, loading, refresh } = usePolled(
    React.useCallback(() => api.figures(query), [api, query]),
    EVERY_MS
  );
  const subtitle = data
    ? t('figures.subtitle', {
        days: daysInWords(
          locale as Locale,
          data.from,
          data.to,
          DateTime.fromISO(data.now, { zone: data.timeZone }).year
        ),
        at: times.moment(data.now, Date.parse(data.now)),
      })
    : undefined;
  return (
    <Page.Main aria-busy={loading}>
      <Page.Title>{t('figures.title')}</Page.Title>
      <Layouts.Header
        title={t('figures.title')}
        subtitle={subtitle}
        primaryAction={
          <Flex gap={2}>
            <Button variant="tertiary" startIcon={<ArrowClockwise />} onClick={() => void refresh()}>
              {t('desk.refresh')}
            </Button>
            <IntakeButton />
          </Flex>
        }
      />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={5} paddingBottom={8}>
          <Chooser
            presets={PERIODS}
            days={days}
            communities={communities}
            community={community}
            onDays={(next) => ask(next, community)}
            onCommunity={(one) => ask({}, one)}
          />
          {failure && (
            <Notice key={failure.message} variant="warning" title={t(data ? 'error.stale' : 'error.failed')}>
              {whyOf(failure, t)}
            </Notice>
          )}
          {!data && !failure && <Page.Loading />}
          {data &&
            (isEmpty(data) ? (
              <EmptyStateLayout
                icon={<EmptyDocuments width="16rem" />}
                content={t('figures.empty')}
                shadow="tableShadow"
              />
            ) : (
              <Drawn figures={data} />
            ))}
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
}

/** 今日与本月: what came in, what was done and how well; every number opens what it counts. */
export default function FiguresPage() {
  return (
    <Page.Protect permissions={FIGURES_READ}>
      <FiguresOf />
    </Page.Protect>
  );
}
