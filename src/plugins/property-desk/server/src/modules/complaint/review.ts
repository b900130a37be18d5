import type { Acting } from '../../kernel/workflow/define';
import { preventiveActionWorkflow } from '../improvement';
import { COMMUNITY_UID } from '../staff';
import { startStudy } from './library';
import type { ComplaintRow } from './row';

/** What a review sets going: its preventive actions, and the case study where one is to be published. */
export const reviewFollows = async (acting: Acting<ComplaintRow>) => {
  const { case: complaint, input } = acting;
  const community = await acting.documentId(COMMUNITY_UID, complaint.community);
  for (const { what, owner, dueAt } of input.preventiveActions ?? [])
    await acting.start(preventiveActionWorkflow, 'plan', {
      community,
      complaint: complaint.documentId,
      what,
      owner,
      promisedAt: dueAt,
    });
  if (complaint.publishCase) await startStudy(acting);
};
