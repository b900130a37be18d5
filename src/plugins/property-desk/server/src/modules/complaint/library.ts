import type { StudyHint } from '../../../../contracts';
import type { Actor } from '../../kernel/access/actor';
import type { Kernel } from '../../kernel/kernel';
import type { Acting } from '../../kernel/workflow/define';
import type { ComplaintRow } from './row';

/** What the case library is asked for, from here and nowhere else in this room. */
export const startStudy = async (_acting: Acting<ComplaintRow>): Promise<void> => undefined;

export const studiesLike = async (
  _kernel: Kernel,
  _actor: Actor,
  _like: { text: string; category: string | null; community: number },
  _limit: number
): Promise<StudyHint[]> => [];
