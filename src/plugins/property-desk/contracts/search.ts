/** `POST /search`: one box for telephone, room, name, pinyin initials and case numbers. */

export interface SearchHousehold {
  documentId: string;
  /** e.g. `3栋2单元501`. */
  name: string;
  community: { documentId: string; name: string };
  residents: { documentId: string; name: string; kind: string; telephone: string | null }[];
  openCases: { type: string; documentId: string; number: string; title: string; state: string }[];
}

export interface SearchCase {
  type: string;
  plural: string;
  uid: string;
  documentId: string;
  number: string;
  title: string;
  state: string;
  community: { documentId: string; name: string };
}

export interface SearchAnswer {
  households: SearchHousehold[];
  cases: SearchCase[];
}
