import * as React from 'react';
import { Layouts, Page } from '@strapi/strapi/admin';
import { Navigate, Route, Routes } from 'react-router-dom';
import { DeskNav } from './DeskNav';
import { Everywhere } from './Everywhere';
import { TickerProvider } from './kernel/clock/ticker';
import { ConnectionBanner } from './kernel/live/ConnectionBanner';
import { LiveProvider } from './kernel/live/LiveProvider';
import { ShortcutsProvider } from './kernel/shortcuts';
import { DESK_PAGES } from './pages';
import { DESK_READ } from './permissions';

/** The desk's own pages, for those who have the right to its desk. */
export default function App() {
  return (
    <Page.Protect permissions={DESK_READ}>
      <TickerProvider>
        <ShortcutsProvider>
          <Everywhere />
          <LiveProvider>
            <Layouts.Root sideNav={<DeskNav />}>
              <ConnectionBanner />
              <React.Suspense fallback={<Page.Loading />}>
                <Routes>
                  <Route index element={<Navigate to="desk" replace />} />
                  {DESK_PAGES.map(({ path, element }) => (
                    <Route key={path} path={path} element={element} />
                  ))}
                  <Route path="*" element={<Navigate to="desk" replace />} />
                </Routes>
              </React.Suspense>
            </Layouts.Root>
          </LiveProvider>
        </ShortcutsProvider>
      </TickerProvider>
    </Page.Protect>
  );
}
