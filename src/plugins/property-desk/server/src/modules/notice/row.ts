import type { Blocks, NoticeChannel, NoticeKind, NoticeState } from '../../../../contracts';
import type { CaseRow } from '../../kernel/workflow/define';

export const NOTICE_UID = 'plugin::property-desk.notice';
export const NOTICE_POSTING_UID = 'plugin::property-desk.notice-posting';
export const NOTICE_READ_UID = 'plugin::property-desk.notice-read';
export const FILE_UID = 'plugin::upload.file';

/** A notice as the kernel keeps it; relations are numeric ids. Buildings, attachments and pictures are links. */
export interface NoticeRow extends CaseRow {
  state: NoticeState;
  title: string;
  kind: NoticeKind;
  body: Blocks;
  channels: NoticeChannel[];
  issuer: string;
  publishAt: Date | null;
  expiresAt: Date | null;
  pinned: boolean;
  author: number | null;
  /** Whoever edited it last. */
  editor: number | null;
  submittedAt: Date | null;
  approver: number | null;
  approvedAt: Date | null;
  /** Digest of all content as it was approved. */
  approvedDigest: string | null;
  publisher: number | null;
  issuedAt: Date | null;
  /** Published without approval, to be confirmed by another. */
  urgent: boolean | null;
  confirmer: number | null;
  confirmedAt: Date | null;
  withdrawnAt: Date | null;
  withdrawReason: string | null;
  expiredAt: Date | null;
  /** The notice that this one corrects, and why. */
  supersedes: number | null;
  correction: string | null;
  /** Of the notice board: how many buildings, and how many of them it does not hang in yet. */
  postingsTotal: number | null;
  postingsLeft: number | null;
}
