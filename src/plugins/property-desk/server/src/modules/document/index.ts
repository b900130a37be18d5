import { recordEvidence } from '../../kernel/evidence';
import { defineModule } from '../../kernel/module';
import { actionItemWorkflow } from './action-item';
import actionItem from './content-types/action-item/schema.json';
import documentTerm from './content-types/document-term/schema.json';
import documentType from './content-types/document/schema.json';
import { DOCUMENT_INDEXES } from './queries';
import { DOCUMENT_TERM_UID, DOCUMENT_UID } from './row';
import { ARCHIVE_RULES } from './rules';
import { documentWorkflow } from './workflow';

export { actionItemWorkflow } from './action-item';
export { documentsNamed } from './named';
export { ACTION_ITEM_UID, DOCUMENT_UID, type ActionItemRow, type DocumentRow } from './row';
export { documentWorkflow } from './workflow';

/** The document archive (article 12.2): papers of the office by year and kind, both copies in step. */
export const documents = defineModule({
  name: 'document',
  contentTypes: {
    document: { schema: documentType },
    'document-term': { schema: documentTerm },
    'action-item': { schema: actionItem },
  },
  cases: [documentWorkflow, actionItemWorkflow],
  ledgers: [DOCUMENT_TERM_UID],
  rules: ARCHIVE_RULES,
  indexes: DOCUMENT_INDEXES,
  evidence: [recordEvidence('documents', 12, { uid: DOCUMENT_UID, at: 'createdAt', lasting: true })],
});
