import * as React from 'react';
import { Box, Divider, Flex, Link, Tabs, Typography } from '@strapi/design-system';
import { ArrowLeft } from '@strapi/icons';
import { Layouts, Page } from '@strapi/strapi/admin';
import { NavLink, useLocation, useNavigate, useParams, useSearchParams } from 'react-router-dom';
import { styled } from 'styled-components';
import type { CaseDetail, PolicyText } from '../../../contracts';
import { CaseFiles } from '../case-panel/CaseFiles';
import { PrintButtons } from '../case-panel/PrintButtons';
import { CaseActions } from '../kernel/case/CaseActions';
import { listLink } from '../kernel/case/links';
import { Promises } from '../kernel/case/Promises';
import { StateBadge } from '../kernel/case/StateBadge';
import { Timeline } from '../kernel/case/Timeline';
import { Notice } from '../kernel/Notice';
import { useWords } from '../kernel/words';
import { POLICY_READ } from '../permissions';
import { Acknowledge } from './Acknowledge';
import { Acknowledgements } from './Acknowledgements';
import { Contents } from './Contents';
import { Facts } from './Facts';
import { anchorOf, articleInHash } from './outline';
import { PolicyDocument } from './PolicyDocument';
import { usePolicy, useRulebook, type FoundPolicy, type Rulebook } from './usePolicy';
import { whyOf } from '../kernel/failure';

const EditableDocument = React.lazy(() =>
  import('./editor/EditableDocument').then(({ EditableDocument: component }) => ({ default: component }))
);
const ComparisonView = React.lazy(() =>
  import('./ComparisonView').then(({ ComparisonView: component }) => ({ default: component }))
);

const TABS = ['text', 'comparison', 'acknowledgements', 'record'] as const;
type Tab = (typeof TABS)[number];

/** Contents, text, and what is to be done; under each other where there is no room. */
const Spread = styled(Box)`
  display: grid;
  grid-template-columns: 19rem minmax(0, 1fr) 28rem;
  gap: 2.4rem;
  align-items: start;
  @media (max-width: 1400px) {
    grid-template-columns: 17rem minmax(0, 1fr) 25rem;
    gap: 1.6rem;
  }
  @media (max-width: 1080px) {
    grid-template-columns: minmax(0, 1fr);
  }
`;

/** What is to be done stays beside what is read. */
const Beside = styled(Flex)`
  position: sticky;
  top: 8rem;
  max-height: calc(100vh - 9rem);
  overflow-y: auto;
  @media (max-width: 1080px) {
    position: static;
    max-height: none;
  }
`;

interface ReadingProps {
  found: FoundPolicy;
  detail: CaseDetail;
  text: PolicyText;
  book: Rulebook;
}

function Aside({ found, detail, text }: Omit<ReadingProps, 'book'>) {
  const { t } = useWords();
  const navigate = useNavigate();
  // Who has signed stands on its own tab, and the way to sign above the text; here stands all else.
  const actions = detail.actions.filter(({ name }) => name !== 'acknowledge');
  const others = detail.obligations.filter(({ what }) => what !== 'policy.acknowledge');
  return (
    <Beside direction="column" alignItems="stretch" gap={4} tag="aside" aria-label={t('case.panel')}>
      <Box background="neutral0" hasRadius shadow="tableShadow" padding={4} data-testid="case-panel">
        <Flex direction="column" alignItems="stretch" gap={4}>
          <Box>
            <StateBadge type="policy" state={detail.case.state} />
          </Box>
          {others.length > 0 && <Promises obligations={others} />}
          {(!text.toAcknowledge || actions.some(({ allowed }) => allowed)) && (
            <CaseActions
              detail={{ ...detail, actions }}
              quiet={text.toAcknowledge}
              onChanged={() => void found.refresh()}
              onResult={(_action, { once }) => {
                if (once?.policy) navigate(`${listLink('policies')}/${once.policy}`);
              }}
            />
          )}
          <PrintButtons detail={detail} />
        </Flex>
      </Box>
      <Box background="neutral0" hasRadius shadow="tableShadow" padding={4}>
        <Facts text={text} />
      </Box>
    </Beside>
  );
}

/** Shows the article that the address names, once it is there. */
function useNamedArticle(ready: boolean): void {
  const { hash } = useLocation();
  const number = articleInHash(hash);
  React.useEffect(() => {
    if (!ready || number === null) return;
    document.getElementById(anchorOf(number))?.scrollIntoView({ block: 'start' });
  }, [ready, number]);
}

function Reading(props: ReadingProps) {
  const { found, detail, text, book } = props;
  const changed = () => void found.refresh();
  useNamedArticle(true);
  return (
    <Spread>
      <Contents chapters={text.chapters} />
      <Flex direction="column" alignItems="stretch" gap={4}>
        {text.toAcknowledge && <Acknowledge place="head" detail={detail} onDone={changed} />}
        {text.editable ? (
          <React.Suspense fallback={<Page.Loading />}>
            <EditableDocument text={text} book={book} refresh={found.refresh} />
          </React.Suspense>
        ) : (
          <PolicyDocument text={text} book={book}>
            {text.toAcknowledge && <Acknowledge place="end" detail={detail} onDone={changed} />}
          </PolicyDocument>
        )}
      </Flex>
      <Aside found={found} detail={detail} text={text} />
    </Spread>
  );
}

function Record({ detail, onChanged }: { detail: CaseDetail; onChanged: () => void }) {
  const { t } = useWords();
  const mayAttach = detail.actions.some(({ name, allowed }) => name === 'attach' && allowed);
  return (
    <Box background="neutral0" hasRadius shadow="tableShadow" padding={6} maxWidth="80rem">
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Timeline detail={detail} />
        {(mayAttach || detail.files.length > 0) && (
          <>
            <Divider />
            <Typography variant="sigma" tag="h3" textColor="neutral600">
              {t('files.title')}
            </Typography>
            <CaseFiles detail={detail} mayAdd={mayAttach} onChanged={onChanged} />
          </>
        )}
      </Flex>
    </Box>
  );
}

function PolicyOf({ documentId }: { documentId: string }) {
  const words = useWords();
  const { t } = words;
  const found = usePolicy(documentId);
  const { detail, text, failure, refresh } = found;
  const book = useRulebook(text?.community.documentId ?? null);
  const [params, setParams] = useSearchParams();
  const asked = params.get('tab') as Tab | null;
  const tab: Tab = asked && TABS.includes(asked) ? asked : 'text';
  const changed = () => void refresh();

  return (
    <Page.Main>
      <Page.Title>{text?.title ?? t('policy.title')}</Page.Title>
      <Layouts.Header
        title={text?.title ?? t('policy.title')}
        subtitle={text ? [text.number, text.community.name].join(' · ') : undefined}
        navigationAction={
          <Link tag={NavLink} to={listLink('policies')} startIcon={<ArrowLeft />}>
            {t('policy.back')}
          </Link>
        }
      />
      <Layouts.Content>
        {failure && (
          <Box paddingBottom={4}>
            <Notice variant="warning" title={t(text ? 'error.stale' : 'error.failed')}>
              {whyOf(failure, t)}
            </Notice>
          </Box>
        )}
        {(!detail || !text) && !failure && <Page.Loading />}
        {detail && text && (
          <Tabs.Root
            variant="simple"
            value={tab}
            onValueChange={(next) => setParams(next === 'text' ? {} : { tab: next }, { replace: true })}
          >
            <Box paddingBottom={5} overflow="auto">
              <Tabs.List aria-label={t('policy.title')}>
                {TABS.map((each) => (
                  <Tabs.Trigger key={each} value={each}>
                    {t(`policy.tab.${each}`)}
                  </Tabs.Trigger>
                ))}
              </Tabs.List>
            </Box>
            <Tabs.Content value="text">
              <Reading found={found} detail={detail} text={text} book={book} />
            </Tabs.Content>
            <Tabs.Content value="comparison">
              <React.Suspense fallback={<Page.Loading />}>
                <ComparisonView documentId={documentId} revision={text.revision} book={book} />
              </React.Suspense>
            </Tabs.Content>
            <Tabs.Content value="acknowledgements">
              <Acknowledgements documentId={documentId} revision={text.revision} />
            </Tabs.Content>
            <Tabs.Content value="record">
              <Record detail={detail} onChanged={changed} />
            </Tabs.Content>
          </Tabs.Root>
        )}
      </Layouts.Content>
    </Page.Main>
  );
}

/** One version of the policy: read, compared, signed, and, while it is a draft, written. */
export default function PolicyPage() {
  const { documentId = '' } = useParams();
  return (
    <Page.Protect permissions={POLICY_READ}>
      <PolicyOf key={documentId} documentId={documentId} />
    </Page.Protect>
  );
}
