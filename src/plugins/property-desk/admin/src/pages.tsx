import * as React from 'react';
import { LISTS, type CaseListConfig } from './case-list/lists';
import { INTAKE_RIGHTS } from './permissions';

const CaseListPage = React.lazy(() => import('./case-list/CaseListPage'));
const CasePage = React.lazy(() => import('./case-panel/CasePage'));

/** The parts of the desk's menu, in their order. */
export const SECTIONS = ['work', 'lists', 'policy', 'archive'] as const;

/** Where a page stands in the desk's menu, and for whom. */
export interface MenuEntry {
  section: (typeof SECTIONS)[number];
  /** Key of its word. */
  label: string;
  /** Rights without the plugin's prefix, e.g. `ticket.read`; any of them opens the entry, none at all opens it for everybody. */
  rights?: readonly string[];
}

/** A page of the desk. */
export interface DeskPage {
  /** Below the desk's address, as the router reads it. */
  path: string;
  /** What the page shows; loaded when somebody goes there. */
  element: React.ReactElement;
  menu?: MenuEntry;
}

type Load = () => Promise<{ default: React.ComponentType }>;

const page = (path: string, load: Load, menu?: MenuEntry): DeskPage => {
  const Lazy = React.lazy(load);
  return { path, element: <Lazy />, menu };
};

/** A list of cases, with the page of one case unless that is of the type's own making. */
const listOf = (list: CaseListConfig): DeskPage[] => [
  {
    path: list.plural,
    element: <CaseListPage key={list.plural} list={list} />,
    menu: {
      section: list.archive ? 'archive' : 'lists',
      label: `list.title.${list.plural}`,
      rights: [`${list.type}.read`],
    },
  },
  ...(list.ownPage ? [] : [{ path: `${list.plural}/:documentId`, element: <CasePage plural={list.plural} /> }]),
];

const listsOf = (archive: boolean) => LISTS.filter((list) => Boolean(list.archive) === archive).flatMap(listOf);

/** All pages of the desk, in the order of its menu; a new page is a line here. */
export const DESK_PAGES: readonly DeskPage[] = [
  page('desk', () => import('./desk/DeskPage'), { section: 'work', label: 'nav.desk' }),
  page('intake', () => import('./intake/IntakePage'), { section: 'work', label: 'nav.intake', rights: INTAKE_RIGHTS }),
  page('figures', () => import('./figures/FiguresPage'), {
    section: 'work',
    label: 'figures.title',
    rights: ['figures.read'],
  }),
  page('notifications', () => import('./notifications/NotificationsPage')),

  ...listsOf(false),
  page('case-studies', () => import('./case-library/LibraryPage'), {
    section: 'lists',
    label: 'library.title',
    rights: ['case-study.read'],
  }),
  page('case-studies/:documentId', () => import('./case-library/StudyPage')),
  page('obligations', () => import('./obligations/ObligationsPage')),
  page('messages', () => import('./messages/MessagesPage'), {
    section: 'lists',
    label: 'nav.messages',
    rights: ['outbox.retry'],
  }),

  page('notices', () => import('./notices/NoticesPage'), {
    section: 'policy',
    label: 'list.title.notices',
    rights: ['notice.read'],
  }),
  page('notices/new', () => import('./notices/NewNoticePage')),
  page('notices/:documentId', () => import('./notices/NoticePage')),
  page('policies', () => import('./policy/PoliciesPage'), {
    section: 'policy',
    label: 'policies.title',
    rights: ['policy.read'],
  }),
  page('policies/:documentId', () => import('./policy/PolicyPage')),
  page('rulebook', () => import('./rulebook/RulebookPage'), {
    section: 'policy',
    label: 'rulebook.title',
    rights: ['policy.read'],
  }),
  page('execution-map', () => import('./execution-map/ExecutionMapPage'), {
    section: 'policy',
    label: 'map.title',
    rights: ['compliance.read'],
  }),
  page('letterheads', () => import('./letterheads/LetterheadsPage'), {
    section: 'policy',
    label: 'letterhead.title',
    rights: ['letterhead.read'],
  }),

  page('households', () => import('./households/HouseholdsPage'), {
    section: 'archive',
    label: 'households.title',
    rights: ['household.read'],
  }),
  page('households/:documentId', () => import('./households/HouseholdPage')),
  page('documents', () => import('./documents/DocumentsPage'), {
    section: 'archive',
    label: 'list.title.documents',
    rights: ['document.read'],
  }),
  page('documents/new', () => import('./documents/NewDocumentPage')),
  page('documents/:documentId', () => import('./documents/DocumentPage')),
  page('data-requests/new', () => import('./privacy/NewDataRequestPage')),
  page('loans/new', () => import('./loans/NewLoanPage')),
  ...listsOf(true),
  page('loans/:documentId', () => import('./loans/LoanPage')),
  page('bindings/:documentId', () => import('./bindings/BindingPage')),
  page('consent-statements', () => import('./privacy/StatementsPage'), {
    section: 'archive',
    label: 'statements.title',
    rights: ['consent.read'],
  }),
  page('archive-imports', () => import('./archive-exchange/ExchangePage'), {
    section: 'archive',
    label: 'archive.title',
    rights: ['archive-import.read'],
  }),
  page('archive-imports/:documentId', () => import('./archive-exchange/ImportPage')),
  page('archive-exports', () => import('./archive-exchange/ExchangePage')),
  { path: 'archive-exports/:documentId', element: <CasePage plural="archive-exports" /> },
  page('access-log', () => import('./access-log/AccessLogPage'), {
    section: 'archive',
    label: 'access.title',
    rights: ['access-log.read'],
  }),
];
