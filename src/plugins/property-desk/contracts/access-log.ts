import type { Ref } from './case';

/** 查阅记录, article 12: who has seen what of whom, when and why. */

export const LOOK_KINDS = ['reveal', 'file', 'export', 'print', 'open', 'search', 'list'] as const;
export type LookKind = (typeof LOOK_KINDS)[number];

/** The kinds by which data leave the mask; what is unusual is counted of these. */
export const DISCLOSING_KINDS = ['reveal', 'file', 'export', 'print'] as const satisfies readonly LookKind[];

/** A line of `GET /access-log`. */
export interface Look {
  documentId: string;
  kind: LookKind;
  /** ISO 8601. */
  at: string;
  /** Who looked, under the name they had then; of somebody who is no staff member, without a documentId. */
  person: { documentId: string | null; name: string };
  /** What was looked at; of a look at many, or at a record that is gone, without a title. */
  record: { type: string; uid: string | null; documentId: string; title: string };
  /** How many records were seen. */
  records: number;
  field: string | null;
  reason: string | null;
  community: Ref | null;
}

/** A line of `GET /access-log/volume`: what one person saw in one community on one day. */
export interface LookVolume {
  /** The day in the office's zone, `2026-11-28`. */
  day: string;
  person: { documentId: string | null; name: string };
  community: Ref;
  /** Records seen unmasked, exported, printed, or as files. */
  looks: number;
  /** The same by kind. */
  kinds: Partial<Record<(typeof DISCLOSING_KINDS)[number], number>>;
  /** The rule `access.unusualLooks` of that community. */
  limit: number;
  unusual: boolean;
}
