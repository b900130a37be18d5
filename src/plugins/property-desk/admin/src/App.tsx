import * as React from 'react';
import { Layouts, Page, SubNav, useAuth } from '@strapi/strapi/admin';
import { Navigate, Route, Routes } from 'react-router-dom';
import { DESK, INTAKE, listLink, MESSAGES } from './kernel/case/links';
import { TickerProvider } from './kernel/clock/ticker';
import { useWords } from './kernel/words';
import { DESK_READ, rightOf } from './permissions';

const DeskPage = React.lazy(() => import('./desk/DeskPage'));
const IntakePage = React.lazy(() => import('./intake/IntakePage'));
const MessagesPage = React.lazy(() => import('./messages/MessagesPage'));
const CasePage = React.lazy(() => import('./case-panel/CasePage'));
const CaseListPage = React.lazy(() => import('./tickets/CaseListPage'));

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
                may('ticket.register') && <SubNav.Link key="intake" to={INTAKE} label={t('nav.intake')} />,
              ].filter(Boolean)}
            </SubNav.Section>,
            <SubNav.Section key="lists" label={t('nav.lists')}>
              {[
                may('ticket.read') && <SubNav.Link key="tickets" to={listLink('tickets')} label={t('nav.tickets')} />,
                may('inquiry.read') && (
                  <SubNav.Link key="inquiries" to={listLink('inquiries')} label={t('nav.inquiries')} />
                ),
                may('outbox.retry') && <SubNav.Link key="messages" to={MESSAGES} label={t('nav.messages')} />,
              ].filter(Boolean)}
            </SubNav.Section>,
          ]}
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
              <Route path="tickets" element={<CaseListPage key="tickets" type="ticket" plural="tickets" />} />
              <Route path="inquiries" element={<CaseListPage key="inquiries" type="inquiry" plural="inquiries" />} />
              <Route path="tickets/:documentId" element={<CasePage plural="tickets" />} />
              <Route path="inquiries/:documentId" element={<CasePage plural="inquiries" />} />
              <Route path="messages" element={<MessagesPage />} />
              <Route path="*" element={<Navigate to="desk" replace />} />
            </Routes>
          </React.Suspense>
        </Layouts.Root>
      </TickerProvider>
    </Page.Protect>
  );
}
