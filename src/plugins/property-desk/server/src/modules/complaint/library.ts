import type { Acting } from '../../kernel/workflow/define';
import { startCaseStudy } from '../case-library';
import type { ComplaintRow } from './row';

const joined = (...texts: (string | null | undefined)[]): string | null =>
  texts.filter((text): text is string => Boolean(text)).join('\n') || null;

/** Gives what a review brought to light to the case library, which takes out whatever names anybody. */
export const startStudy = async (acting: Acting<ComplaintRow>) => {
  const { case: complaint, input } = acting;
  const { content, demands, courseOfEvents, rootCause, lessons, plan, measures, result } = complaint;
  const prevention = (input.preventiveActions ?? []).map(({ what }: { what: string }) => what);
  // The complaint's own title begins with the home, which says nothing once it is taken out.
  const told = [...content].slice(0, 24).join('');
  await startCaseStudy(acting, {
    title: [complaint.categoryName, told].filter(Boolean).join('：'),
    facts: joined(content, demands) ?? content,
    course: courseOfEvents,
    cause: rootCause,
    handling: joined(plan, measures),
    result,
    lesson: lessons,
    prevention: joined(...prevention),
    category: complaint.categoryName,
    severity: complaint.severity,
    tags: complaint.categoryName ? [complaint.categoryName] : [],
  });
};
