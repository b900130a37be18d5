import { composePlugin } from './kernel/compose';
import { account } from './modules/account';
import { accessLog } from './modules/access-log';
import { archiveExchange } from './modules/archive-exchange';
import { caseLibrary } from './modules/case-library';
import { complaint } from './modules/complaint';
import { compliance } from './modules/compliance';
import { figures } from './modules/figures';
import { desks } from './modules/desk';
import { documents } from './modules/document';
import { household } from './modules/household';
import { improvement } from './modules/improvement';
import { inquiry } from './modules/inquiry';
import { letterhead } from './modules/letterhead';
import { loans } from './modules/loan';
import { policy } from './modules/policy';
import { privacy } from './modules/privacy';
import { settings } from './modules/settings';
import { staff } from './modules/staff';
import { notices } from './modules/notice';
import { ticket } from './modules/ticket';

// The rooms of the business. A new process is a new folder in modules/ and one line here.
export default composePlugin([
  staff,
  household,
  archiveExchange,
  account,
  ticket,
  inquiry,
  complaint,
  improvement,
  caseLibrary,
  letterhead,
  documents,
  policy,
  notices,
  loans,
  compliance,
  figures,
  accessLog,
  privacy,
  desks,
  settings,
]);
