import type { CaseDetail, Ref } from '../../../contracts';
import { textOf } from '../kernel/case/story';
import { fieldName, type Words } from '../kernel/words';
import { isMasked } from './masked';

/** One thing that a case says of itself. */
export interface CaseFact {
  field: string;
  label: string;
  text: string;
  /** Confidential: shown in full to whoever says why. */
  masked: boolean;
  /** Words rather than a value: a line of its own. */
  long: boolean;
  /** The household, whose file is a click away. */
  household: Ref | null;
}

/** What somebody asks of a case, in the order in which they ask it, whatever type it is; the rest follows as it comes. */
const ORDER = [
  // What it is about.
  ...['itemType', 'itemNumber', 'itemName', 'description', 'question', 'what', 'kind', 'content', 'demands', 'details'],
  ...['category', 'severity', 'severityReason', 'priority', 'praised', 'purpose'],
  // Where, and for whom.
  ...['household', 'building', 'publicPlace', 'place', 'room', 'resident', 'name', 'reporterName'],
  ...['contactTelephone', 'telephone', 'contactMail', 'mail', 'contactWay', 'identityNumber', 'forWhom'],
  ...['forWhomTelephone', 'requestWay', 'source', 'wishedFor', 'from', 'until', 'collectBy'],
  // Who has it, and by when.
  ...['promisedAt', 'proposedPromise', 'proposedReason', 'assignee', 'contractor', 'handler', 'owner', 'borrower'],
  ...['requestedBy', 'dispatchedBy', 'plan', 'decision', 'holdReason', 'identityCheck', 'identityNote'],
  ...['proposedName', 'proposedTelephone', 'proposedIdentityNumber', 'proposedMail', 'proposedRelation'],
  ...['approver', 'approvedBy', 'approvedAt', 'approvalReason', 'handedOverBy', 'lentAt'],
  // What became of it.
  ...['workDone', 'parts', 'cost', 'answer', 'answerText', 'answerWay', 'doneText', 'result', 'measures'],
  ...['compensation', 'takenBackBy', 'returnedAt', 'condition', 'conditionNote', 'lostText', 'ground', 'outcomeText'],
  ...['outcome', 'ratingQuality', 'ratingAttitude', 'ratingOverall', 'followUpWords', 'told', 'liftReason'],
  ...['residentOutcome', 'residentRatingQuality', 'residentRatingAttitude', 'residentRatingOverall', 'residentWords'],
  ...['courseOfEvents', 'rootCause', 'lessons', 'cancelReason', 'withdrawReason', 'dismissReason', 'rejectReason'],
  'rejection',
];

/** Shown beside the facts, or saying nothing to a person. */
const ELSEWHERE = new Set([
  // In the head of the page, on its clock, and in the story.
  ...['number', 'title', 'state', 'revision', 'dueAt', 'endedAt', 'community', 'createdAt', 'anonymous'],
  ...['acceptedAt', 'dispatchedAt', 'startedAt', 'completedAt', 'classifiedAt', 'intervenedAt', 'escalatedAt'],
  ...['decidedAt', 'resolvedAt', 'reviewedAt', 'toldAt', 'identifiedAt', 'doneAt', 'confirmedAt'],
  // In cards of their own.
  ...['evidence', 'taskForce', 'lastTold', 'publicResult', 'corrected'],
  // Among the related cases.
  ...['repeatOf', 'repeatCount', 'duplicateOf', 'complaint', 'recurrenceOf', 'recurrence', 'minutes', 'convertedTo'],
  'filedDocument',
  // Said by another field, or for machines.
  ...['categoryName', 'itemDocumentId', 'sourceDocumentId', 'followUpDays', 'photoCount', 'publishCase'],
]);

const LONG = 40;

/** Nothing worth a line: a zero, or a no that nobody asked about. */
const saysNothing = (value: unknown): boolean => value === false || value === 0;

/**
 * The facts of a case, labelled, in order, empty ones left out.
 * @param names names of the records that the case speaks of, by documentId
 * @param moment says an instant
 */
export function factsOfCase(
  words: Words,
  detail: Pick<CaseDetail, 'fields'> & { case: Pick<CaseDetail['case'], 'type'> },
  names: Map<string, string>,
  moment: (iso: string) => string
): CaseFact[] {
  const { fields } = detail;
  const { type } = detail.case;
  const rest = Object.keys(fields).filter((field) => !ORDER.includes(field) && !ELSEWHERE.has(field));
  return [...ORDER, ...rest].flatMap((field) => {
    const value = fields[field];
    if (saysNothing(value)) return [];
    const text = textOf(words, type, field, value, names, moment);
    if (text === null || text === '') return [];
    // The place of a repair in somebody's rooms is that of the household, said again.
    if (field === 'place' && text === (fields.household as Ref | null | undefined)?.name) return [];
    return [
      {
        field,
        label: fieldName(words, type, field),
        text,
        masked: isMasked(value),
        long: [...text].length > LONG || text.includes('\n'),
        household: field === 'household' ? (value as Ref) : null,
      },
    ];
  });
}
