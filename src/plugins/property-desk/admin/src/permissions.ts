import { PLUGIN_ID } from './pluginId';

/** A right as Strapi's Roles screen knows it, e.g. of `ticket.register`. */
export const rightOf = (name: string): string => `plugin::${PLUGIN_ID}.${name}`;

/** Whoever has one of these takes calls: what is started at the intake page. */
export const INTAKE_RIGHTS = ['ticket.register', 'inquiry.ask', 'complaint.lodge'];

/** The right to send dead messages again. */
export const OUTBOX_RETRY = [{ action: rightOf('outbox.retry'), subject: null }];

/** The right to open the desk's pages; what may be done there is decided action by action, by the server. */
export const DESK_READ = [{ action: rightOf('desk.read'), subject: null }];

/** The right to see how far the policy is carried out. */
export const COMPLIANCE_READ = [{ action: rightOf('compliance.read'), subject: null }];

/** The right to see the figures of the day and the month. */
export const FIGURES_READ = [{ action: rightOf('figures.read'), subject: null }];

/** The right to read the ledger of obligations. */
export const OBLIGATIONS_READ = [{ action: rightOf('obligations.read'), subject: null }];

/** The right to read notices, and to write them. */
export const NOTICE_READ = [{ action: rightOf('notice.read'), subject: null }];
export const NOTICE_DRAFT = [{ action: rightOf('notice.draft'), subject: null }];

/** The right to see who has what, and to ask for it. */
export const LOAN_READ = [{ action: rightOf('loan.read'), subject: null }];
export const LOAN_REQUEST = [{ action: rightOf('loan.request'), subject: null }];
/** The right to see who has looked at what. */
export const ACCESS_LOG_READ = [{ action: rightOf('access-log.read'), subject: null }];

/** The right to read in the case library. */
export const LIBRARY_READ = [{ action: rightOf('case-study.read'), subject: null }];

/** The right to read household files. */
export const HOUSEHOLD_READ = [{ action: rightOf('household.read'), subject: null }];

/** The right to read the policy and its rules. */
export const POLICY_READ = [{ action: rightOf('policy.read'), subject: null }];

/** The right to register a resident's request about their own data. */
export const DATA_REQUEST_LODGE = [{ action: rightOf('data-request.lodge'), subject: null }];

/** The right to see what residents agreed to. */
export const CONSENT_READ = [{ action: rightOf('consent.read'), subject: null }];

/** The right to see the letterheads that notices are printed on. */
export const LETTERHEAD_READ = [{ action: rightOf('letterhead.read'), subject: null }];

/** The right to read the document archive, and to file into it. */
export const DOCUMENT_READ = [{ action: rightOf('document.read'), subject: null }];
export const DOCUMENT_FILE = [{ action: rightOf('document.file'), subject: null }];
/** The right to see what was imported into the archive. */
export const ARCHIVE_IMPORT_READ = [{ action: rightOf('archive-import.read'), subject: null }];

/** The right to look at the settings; each is changed by a right of its own. */
export const SETTINGS_READ = [{ action: rightOf('settings.read'), subject: null }];
