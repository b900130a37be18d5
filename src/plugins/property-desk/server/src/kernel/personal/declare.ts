/** How records of a content type are known to be about a person. */
export type Whose =
  /** The person's own record: which of its attributes say who they are and where they live. */
  | {
      by: 'self';
      name: string;
      telephone: string;
      identityNumber: string;
      mail: string;
      /** The home, whose `community` is the record's. */
      home: string;
      /** The front-end account. */
      user: string;
    }
  /** It names the person's record, and says their name beside it where there is an attribute for that. */
  | { by: 'reference'; attribute: string; name?: string }
  /** It names them in words: from their home and under their name, or with their telephone, sealed. */
  | { by: 'contact'; name: string; telephone?: string; home: string };

/**
 * Where a person's data stand, and what becomes of them. A room that keeps something about people declares it; then a
 * copy of somebody's data holds it and a deletion by right reaches it. Its words are `personal.<type>` and, under
 * that, `.purpose`, `.source` and `.retention`.
 */
export interface PersonalData {
  uid: string;
  whose: Whose;
  /** What a copy of their data says of such a record, in this order; confidential values in full. */
  copy: string[];
  /** At a deletion the record goes with its private files, or these attributes go blank besides what names the person. */
  deletion: 'remove' | string[];
}

/** The last part of a content type's name, by which its words go. */
export const typeOf = (uid: string): string => uid.split('.').pop() as string;

/** Attributes of a content type that its declarations answer for. */
export const coveredBy = (declared: PersonalData[], uid: string): Set<string> | 'all' => {
  const covered = new Set<string>();
  for (const { uid: of, whose, deletion } of declared) {
    if (of !== uid) continue;
    if (deletion === 'remove') return 'all';
    deletion.forEach((attribute) => covered.add(attribute));
    if (whose.by === 'reference') covered.add(whose.attribute);
    if (whose.by === 'reference' && whose.name) covered.add(whose.name);
    if (whose.by === 'contact') [whose.name, whose.telephone].forEach((each) => each && covered.add(each));
  }
  return covered;
};

/** What all rooms declare. */
export const declaredIn = (modules: { personalData?: PersonalData[] }[]): PersonalData[] =>
  modules.flatMap(({ personalData }) => personalData ?? []);
