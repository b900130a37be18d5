import type { ContactWay } from '../../../../contracts';
import { invalid } from '../../kernel/errors';
import type { Acting } from '../../kernel/workflow/define';
import type { ComplaintRow } from './row';

type Changing = Acting<ComplaintRow>;

const PERSONAL = ['household', 'reporterName', 'contactTelephone', 'contactMail'] as const;

const wayOf = ({ contactWay, contactTelephone, contactMail }: Changing['input']): ContactWay => {
  if (contactWay) return contactWay;
  if (contactTelephone) return 'phone';
  if (contactMail) return 'mail';
  throw invalid('contactTelephone', 'error.contactMissing');
};

/** Who complains and how they want to hear; of whoever stays anonymous, nothing that names them. */
export const contactOf = ({ input }: Pick<Changing, 'input'>) => {
  if (input.anonymous) {
    const named = PERSONAL.find((name) => input[name] !== undefined);
    if (named) throw invalid(named, 'error.anonymousContact');
    if (input.contactWay && input.contactWay !== 'code') throw invalid('contactWay', 'error.anonymousContact');
    return { reporterName: null, contactTelephone: null, contactMail: null, contactWay: 'code' as const };
  }
  const { reporterName, contactTelephone, contactMail } = input;
  if (!reporterName) throw invalid('reporterName', 'error.reporterMissing');
  const contactWay = wayOf(input);
  if (contactWay === 'code') throw invalid('contactWay', 'error.codeIsForAnonymous');
  if (contactWay === 'phone' && !contactTelephone) throw invalid('contactTelephone', 'error.contactMissing');
  if (contactWay === 'mail' && !contactMail) throw invalid('contactMail', 'error.contactMissing');
  return { reporterName, contactTelephone: contactTelephone ?? null, contactMail: contactMail ?? null, contactWay };
};

/** The way by which somebody says to have told the complainant, where there is such a way. */
export const wayTaken = ({ case: complaint, input }: Changing): ContactWay => {
  const { way } = input;
  if (complaint.anonymous !== (way === 'code'))
    throw invalid('way', complaint.anonymous ? 'error.anonymousByCode' : 'error.codeIsForAnonymous');
  if (way === 'mail' && !complaint.contactMail) throw invalid('way', 'error.noMailAddress');
  return way;
};

/** What the complainant was told last. */
export const told = ({ now }: Changing, text: string) => ({ lastTold: text, toldAt: now });
