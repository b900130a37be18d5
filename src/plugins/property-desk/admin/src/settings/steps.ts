import type { CheckName, FirstStep } from '../../../contracts';
import { INTAKE, listLink } from '../kernel/case/links';
import { settingsLink } from './places';

/** Where each first step is done. */
export const STEP_LINKS: Record<FirstStep, string> = {
  community: settingsLink('communities'),
  buildings: settingsLink('communities'),
  households: listLink('archive-imports'),
  staff: settingsLink('staff'),
  policy: listLink('policies'),
  ticket: INTAKE,
};

/** Where each check is put right. */
export const CHECK_LINKS: Record<CheckName, string> = {
  letterheadFacts: settingsLink('communities'),
  supervisors: settingsLink('staff'),
  engineers: settingsLink('staff'),
  accounts: settingsLink('staff'),
  roles: '/settings/users',
  ticketCategories: settingsLink('categories'),
  complaintCategories: settingsLink('categories'),
  mail: settingsLink('channels'),
  robots: settingsLink('channels'),
  sms: settingsLink('channels'),
};
