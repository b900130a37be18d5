import type {
  BindingListItem,
  ActionItemListItem,
  ComplaintListItem,
  LoanListItem,
  PreventiveActionListItem,
  Ref,
  TicketListItem,
} from '../../../contracts';

type Common = Pick<TicketListItem, 'documentId' | 'number' | 'revision' | 'createdAt'> & { state: string };
type Rest = Omit<TicketListItem, keyof Common> &
  Omit<ComplaintListItem, keyof Common | keyof TicketListItem> &
  Omit<PreventiveActionListItem, keyof Common | keyof TicketListItem | keyof ComplaintListItem> &
  Pick<ActionItemListItem, 'minutes'>;

/** A line of any case list; what a type does not have is missing. */
export type Row = Common & { [K in keyof Rest]?: Rest[K] | null } & {
  question?: string;
  /** Whom the case is about. */
  resident?: Ref | null;
} & Partial<Pick<LoanListItem, 'item' | 'borrower' | 'until' | 'purpose'>> &
  Partial<Pick<BindingListItem, 'name' | 'telephone' | 'room'>>;

/** What the case is about. */
export const aboutOf = (row: Row): string =>
  row.what ?? row.content ?? row.description ?? row.question ?? row.title ?? '';

/** Where it is. */
export const placeOf = (row: Row): string => row.household?.name || row.place || '';

/** Who is on it. */
export const handlerOf = (row: Row): string =>
  row.assignee?.name ?? row.contractor ?? row.handler?.name ?? row.owner?.name ?? row.borrower?.name ?? '';

/** Where it comes from: the complaint that asked for it, and the one that came nevertheless. */
export const sourcesOf = ({ complaint, recurrence }: Row): Ref[] =>
  [complaint, recurrence?.documentId === complaint?.documentId ? null : recurrence].filter(
    (each): each is Ref => !!each
  );
