import type { StudyHint } from '../../../../contracts';
import type { Actor } from '../../kernel/access/actor';
import type { Kernel } from '../../kernel/kernel';

/** What is known of a complaint while it is being taken down. */
export interface Resembling {
  text: string;
  /** The category's name, if one has been chosen. */
  category?: string | null;
  /** Numeric id of the community; without it all of the actor's. */
  community?: number | null;
}

/** Published cases that resemble it, the likest first; none rather than far-fetched ones. */
export declare function similarStudies(
  kernel: Kernel,
  actor: Actor,
  resembling: Resembling,
  limit?: number
): Promise<StudyHint[]>;
