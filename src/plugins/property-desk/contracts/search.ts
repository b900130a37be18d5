import type { CaseRef } from './case';

/** `POST /search`: one box for telephone, room, name, pinyin initials and case numbers. */

export interface SearchHousehold {
  documentId: string;
  /** e.g. `3栋2单元501`. */
  name: string;
  community: { documentId: string; name: string };
  residents: { documentId: string; name: string; kind: string; telephone: string | null }[];
  openCases: Pick<CaseRef, 'type' | 'documentId' | 'number' | 'title' | 'state'>[];
}

/** A case that was found by its number. */
export interface SearchCase extends CaseRef {
  community: { documentId: string; name: string };
}

export interface SearchAnswer {
  households: SearchHousehold[];
  cases: SearchCase[];
}
