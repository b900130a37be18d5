import type { Letter } from '../../kernel/workflow/define';
import { COMMUNITY_UID } from '../staff';
import type { ComplaintRow } from './row';

type ToComplainant = Letter<ComplaintRow>;

/** Their address where they were, or want to be, told by mail. */
const address: ToComplainant['to'] = ({ input, case: complaint, plain }) =>
  (input.way ?? complaint.contactWay) === 'mail' ? plain('contactMail') : null;

const letter = (template: string, text: (complaint: ComplaintRow) => string | null): ToComplainant => ({
  template,
  to: (acting) => (text(acting.case) ? address(acting) : null),
  params: async ({ case: complaint, record }) => {
    const community = await record(COMMUNITY_UID, complaint.community);
    return { text: text(complaint) ?? '', company: community?.companyName ?? '' };
  },
});

/** What is written to a complainant who hears by mail; a telephone call is only recorded. */
export const progress = letter('complaintProgress', ({ lastTold }) => lastTold);
export const answer = letter('complaintAnswer', ({ answerText }) => answerText);
export const result = letter('complaintResult', ({ result: text }) => text);
export const dismissal = letter('complaintDismissed', ({ dismissReason }) => dismissReason);
