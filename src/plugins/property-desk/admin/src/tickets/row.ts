import type { TicketListItem } from '../../../contracts';

/** A line of any case list; what a type does not have is missing. */
export type Row = Pick<TicketListItem, 'documentId' | 'number' | 'state' | 'revision' | 'createdAt'> &
  Partial<Omit<TicketListItem, 'documentId' | 'number' | 'state' | 'revision' | 'createdAt'>> & {
    question?: string;
    title?: string;
    handler?: { documentId: string; name: string } | null;
  };

/** What the case is about. */
export const aboutOf = (row: Row): string => row.description ?? row.question ?? row.title ?? '';

/** Where it is. */
export const placeOf = (row: Row): string => row.household?.name ?? row.place ?? '';

/** Who is on it. */
export const handlerOf = (row: Row): string => row.assignee?.name ?? row.contractor ?? row.handler?.name ?? '';
