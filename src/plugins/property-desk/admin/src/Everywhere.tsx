import * as React from 'react';
import { useNavigate } from 'react-router-dom';
import { INTAKE, listLink } from './kernel/case/links';
import { useShortcuts } from './kernel/shortcuts';
import { useWords } from './kernel/words';
import { DESK_PAGES } from './pages';
import { INTAKE_RIGHTS } from './permissions';
import { useRights } from './kernel/rights';

const FindHousehold = React.lazy(() => import('./household-search/FindHousehold'));

/** The letter that leads to a page of the menu after `g`, by the page's path. */
const LETTERS: Record<string, string> = {
  desk: 'd',
  intake: 'i',
  tickets: 't',
  complaints: 'c',
  inquiries: 'q',
  notices: 'n',
  households: 'h',
  documents: 'f',
  loans: 'l',
  policies: 'p',
  'execution-map': 'm',
};

/** What keys do on every page of the desk: go to a place, take a call, look up a household. */
export function Everywhere() {
  const { t } = useWords();
  const navigate = useNavigate();
  const has = useRights();
  const [finding, setFinding] = React.useState(false);
  const may = (rights?: readonly string[]) => !rights || rights.some(has);

  useShortcuts('everywhere', [
    { keys: 'n', says: t('shortcuts.intake'), run: () => navigate(INTAKE), off: !may(INTAKE_RIGHTS) },
    { keys: '/', says: t('shortcuts.find'), run: () => setFinding(true), off: !may(['household.read']) },
    {
      keys: 'Mod+k',
      says: t('shortcuts.find'),
      run: () => setFinding(true),
      off: !may(['household.read']),
      inFields: true,
    },
    ...DESK_PAGES.flatMap(({ path, menu }) => {
      const letter = LETTERS[path];
      if (!letter || !menu || !may(menu.rights)) return [];
      return [
        {
          keys: `g ${letter}`,
          says: t('shortcuts.goTo', { place: t(menu.label) }),
          run: () => navigate(listLink(path)),
        },
      ];
    }),
  ]);

  if (!finding) return null;
  return (
    <React.Suspense fallback={null}>
      <FindHousehold onClose={() => setFinding(false)} />
    </React.Suspense>
  );
}
