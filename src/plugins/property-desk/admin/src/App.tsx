import * as React from 'react';
import { Layouts, Page, SubNav, useAuth } from '@strapi/strapi/admin';
import { Navigate, Route, Routes } from 'react-router-dom';
import { LISTS } from './case-list/lists';
import { DESK, INTAKE, listLink, MESSAGES } from './kernel/case/links';
import { TickerProvider } from './kernel/clock/ticker';
import { useWords } from './kernel/words';
import { DESK_READ, INTAKE_RIGHTS, rightOf } from './permissions';

const DeskPage = React.lazy(() => import('./desk/DeskPage'));
const IntakePage = React.lazy(() => import('./intake/IntakePage'));
const MessagesPage = React.lazy(() => import('./messages/MessagesPage'));
const CasePage = React.lazy(() => import('./case-panel/CasePage'));
const LibraryPage = React.lazy(() => import('./case-library/LibraryPage'));
const StudyPage = React.lazy(() => import('./case-library/StudyPage'));
const PoliciesPage = React.lazy(() => import('./policy/PoliciesPage'));
const PolicyPage = React.lazy(() => import('./policy/PolicyPage'));
const RulebookPage = React.lazy(() => import('./rulebook/RulebookPage'));
const ExecutionMapPage = React.lazy(() => import('./execution-map/ExecutionMapPage'));
const ObligationsPage = React.lazy(() => import('./obligations/ObligationsPage'));
const HouseholdsPage = React.lazy(() => import('./households/HouseholdsPage'));
const HouseholdPage = React.lazy(() => import('./households/HouseholdPage'));
const LetterheadsPage = React.lazy(() => import('./letterheads/LetterheadsPage'));
const NoticesPage = React.lazy(() => import('./notices/NoticesPage'));
const NewNoticePage = React.lazy(() => import('./notices/NewNoticePage'));
const NoticePage = React.lazy(() => import('./notices/NoticePage'));
const NewDataRequestPage = React.lazy(() => import('./privacy/NewDataRequestPage'));
const StatementsPage = React.lazy(() => import('./privacy/StatementsPage'));
const LoanPage = React.lazy(() => import('./loans/LoanPage'));
const NewLoanPage = React.lazy(() => import('./loans/NewLoanPage'));
const BindingPage = React.lazy(() => import('./bindings/BindingPage'));
const DocumentsPage = React.lazy(() => import('./documents/DocumentsPage'));
const NewDocumentPage = React.lazy(() => import('./documents/NewDocumentPage'));
const DocumentPage = React.lazy(() => import('./documents/DocumentPage'));
const AccessLogPage = React.lazy(() => import('./access-log/AccessLogPage'));
const ExchangePage = React.lazy(() => import('./archive-exchange/ExchangePage'));
const ImportPage = React.lazy(() => import('./archive-exchange/ImportPage'));
const CaseListPage = React.lazy(() => import('./case-list/CaseListPage'));

function DeskNav() {
  const { t } = useWords();
  const rights = useAuth('DeskNav', ({ permissions }) => permissions);
  const may = (right: string) => rights.some(({ action }) => action === rightOf(right));
  return (
    <SubNav.Main aria-label={t('nav.title')}>
      <SubNav.Header label={t('nav.title')} />
      <SubNav.Content>
        <SubNav.Sections>
          {[
            <SubNav.Section key="work" label={t('nav.work')}>
              {[
                <SubNav.Link key="desk" to={DESK} label={t('nav.desk')} />,
                INTAKE_RIGHTS.some(may) && <SubNav.Link key="intake" to={INTAKE} label={t('nav.intake')} />,
              ].filter(Boolean)}
            </SubNav.Section>,
            <SubNav.Section key="lists" label={t('nav.lists')}>
              {[
                ...LISTS.filter(({ archive }) => !archive).map(
                  ({ type, plural }) =>
                    may(`${type}.read`) && (
                      <SubNav.Link key={plural} to={listLink(plural)} label={t(`list.title.${plural}`)} />
                    )
                ),
                may('case-study.read') && (
                  <SubNav.Link key="library" to={listLink('case-studies')} label={t('library.title')} />
                ),
                may('outbox.retry') && <SubNav.Link key="messages" to={MESSAGES} label={t('nav.messages')} />,
              ].filter(Boolean)}
            </SubNav.Section>,
            (may('notice.read') || may('policy.read') || may('compliance.read')) && (
              <SubNav.Section key="policy" label={t('nav.policy')}>
                {[
                  may('notice.read') && (
                    <SubNav.Link key="notices" to={listLink('notices')} label={t('list.title.notices')} />
                  ),
                  may('policy.read') && (
                    <SubNav.Link key="policies" to={listLink('policies')} label={t('policies.title')} />
                  ),
                  may('policy.read') && (
                    <SubNav.Link key="rulebook" to={listLink('rulebook')} label={t('rulebook.title')} />
                  ),
                  may('compliance.read') && (
                    <SubNav.Link key="map" to={listLink('execution-map')} label={t('map.title')} />
                  ),
                  may('letterhead.read') && (
                    <SubNav.Link key="letterheads" to={listLink('letterheads')} label={t('letterhead.title')} />
                  ),
                ].filter(Boolean)}
              </SubNav.Section>
            ),
            (may('household.read') ||
              may('document.read') ||
              LISTS.some(({ archive, type }) => archive && may(`${type}.read`)) ||
              may('consent.read') ||
              may('archive-import.read') ||
              may('access-log.read')) && (
              <SubNav.Section key="archive" label={t('nav.archive')}>
                {[
                  may('household.read') && (
                    <SubNav.Link key="households" to={listLink('households')} label={t('households.title')} />
                  ),
                  may('document.read') && (
                    <SubNav.Link key="documents" to={listLink('documents')} label={t('list.title.documents')} />
                  ),
                  ...LISTS.filter(({ archive }) => archive).map(
                    ({ type, plural }) =>
                      may(`${type}.read`) && (
                        <SubNav.Link key={plural} to={listLink(plural)} label={t(`list.title.${plural}`)} />
                      )
                  ),
                  may('consent.read') && (
                    <SubNav.Link key="statements" to={listLink('consent-statements')} label={t('statements.title')} />
                  ),
                  may('archive-import.read') && (
                    <SubNav.Link key="exchange" to={listLink('archive-imports')} label={t('archive.title')} />
                  ),
                  may('access-log.read') && (
                    <SubNav.Link key="access-log" to={listLink('access-log')} label={t('access.title')} />
                  ),
                ].filter(Boolean)}
              </SubNav.Section>
            ),
          ].filter(Boolean)}
        </SubNav.Sections>
      </SubNav.Content>
    </SubNav.Main>
  );
}

/** The desk's own pages, for those who have the right to its desk. */
export default function App() {
  return (
    <Page.Protect permissions={DESK_READ}>
      <TickerProvider>
        <Layouts.Root sideNav={<DeskNav />}>
          <React.Suspense fallback={<Page.Loading />}>
            <Routes>
              <Route index element={<Navigate to="desk" replace />} />
              <Route path="desk" element={<DeskPage />} />
              <Route path="intake" element={<IntakePage />} />
              <Route path="data-requests/new" element={<NewDataRequestPage />} />
              <Route path="consent-statements" element={<StatementsPage />} />
              {LISTS.map((list) => (
                <React.Fragment key={list.plural}>
                  <Route path={list.plural} element={<CaseListPage key={list.plural} list={list} />} />
                  {!list.ownPage && (
                    <Route path={`${list.plural}/:documentId`} element={<CasePage plural={list.plural} />} />
                  )}
                </React.Fragment>
              ))}
              <Route path="bindings/:documentId" element={<BindingPage />} />
              <Route path="case-studies" element={<LibraryPage />} />
              <Route path="case-studies/:documentId" element={<StudyPage />} />
              <Route path="policies" element={<PoliciesPage />} />
              <Route path="policies/:documentId" element={<PolicyPage />} />
              <Route path="rulebook" element={<RulebookPage />} />
              <Route path="execution-map" element={<ExecutionMapPage />} />
              <Route path="obligations" element={<ObligationsPage />} />
              <Route path="households" element={<HouseholdsPage />} />
              <Route path="households/:documentId" element={<HouseholdPage />} />
              <Route path="letterheads" element={<LetterheadsPage />} />
              <Route path="notices" element={<NoticesPage />} />
              <Route path="notices/new" element={<NewNoticePage />} />
              <Route path="notices/:documentId" element={<NoticePage />} />
              <Route path="loans/new" element={<NewLoanPage />} />
              <Route path="loans/:documentId" element={<LoanPage />} />
              <Route path="documents" element={<DocumentsPage />} />
              <Route path="documents/new" element={<NewDocumentPage />} />
              <Route path="documents/:documentId" element={<DocumentPage />} />
              <Route path="access-log" element={<AccessLogPage />} />
              <Route path="archive-imports" element={<ExchangePage />} />
              <Route path="archive-imports/:documentId" element={<ImportPage />} />
              <Route path="archive-exports" element={<ExchangePage />} />
              <Route path="archive-exports/:documentId" element={<CasePage plural="archive-exports" />} />
              <Route path="messages" element={<MessagesPage />} />
              <Route path="*" element={<Navigate to="desk" replace />} />
            </Routes>
          </React.Suspense>
        </Layouts.Root>
      </TickerProvider>
    </Page.Protect>
  );
}
