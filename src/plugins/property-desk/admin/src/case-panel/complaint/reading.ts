import type { CaseDetail, ContactWay, Evidence, Ref, Severity, TaskForce } from '../../../../contracts';

/** What the panel shows of a complaint beside what every case has. */
export interface ComplaintFacts {
  severity: Severity | null;
  anonymous: boolean;
  contactWay: ContactWay | null;
  evidence: Evidence[];
  taskForce: TaskForce | null;
  promisedAt: string | null;
  /** A promise that the handler wants to move, for a supervisor to confirm. */
  proposedPromise: string | null;
  proposedReason: string | null;
  lastTold: string | null;
  toldAt: string | null;
  repeatOf: Ref | null;
  repeatCount: number;
  household: Ref | null;
}

/** Reads a complaint out of a case's fields. */
export function factsOfComplaint({ fields }: Pick<CaseDetail, 'fields'>): ComplaintFacts {
  const { evidence, taskForce, repeatCount, anonymous } = fields;
  const or = <T>(value: unknown): T | null => (value === undefined || value === '' ? null : (value as T | null));
  return {
    severity: or(fields.severity),
    anonymous: anonymous === true,
    contactWay: or(fields.contactWay),
    evidence: Array.isArray(evidence) ? (evidence as Evidence[]) : [],
    taskForce: taskForce && typeof taskForce === 'object' ? (taskForce as TaskForce) : null,
    promisedAt: or(fields.promisedAt),
    proposedPromise: or(fields.proposedPromise),
    proposedReason: or(fields.proposedReason),
    lastTold: or(fields.lastTold),
    toldAt: or(fields.toldAt),
    repeatOf: or(fields.repeatOf),
    repeatCount: typeof repeatCount === 'number' ? repeatCount : 0,
    household: or(fields.household),
  };
}
