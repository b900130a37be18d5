import type { CaseRef, Ref } from './case';

/** Which of the messages about cases also go to somebody's mail at once: all, urgent ones only, none. */
export const NOTIFICATION_MAIL = ['all', 'urgent', 'none'] as const;

/** How a person wants to be told; the bell rings for everybody. */
export interface NotificationWishes {
  mail: (typeof NOTIFICATION_MAIL)[number];
  /** One mail a day at 8:00 of the office's time, with what is owed. */
  digest: boolean;
  /** A sound in the panel for what is urgent. */
  sound: boolean;
}

/** Something that the reader was told about a case. */
export interface NotificationItem {
  documentId: string;
  /** Why, e.g. `warning`, `breach`, `assigned`; its sentence is `notification.<template>`. */
  template: string;
  /** What is owed, where it is about something owed, e.g. `ticket.followUp`. */
  what: string | null;
  dueAt: string | null;
  urgent: boolean;
  at: string;
  readAt: string | null;
  community: Ref | null;
  case: CaseRef;
}

/** What the bell shows. */
export interface NotificationSummary {
  unread: number;
  /** documentId of the latest unread urgent one: a new one sounds. */
  urgent: string | null;
  sound: boolean;
}
