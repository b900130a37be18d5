import { staffHandler } from '../../kernel/api/handler';
import { recordEvidence } from '../../kernel/evidence';
import { defineModule } from '../../kernel/module';
import { actionItemWorkflow } from './action-item';
import actionItem from './content-types/action-item/schema.json';
import documentTerm from './content-types/document-term/schema.json';
import documentType from './content-types/document/schema.json';
import { renderCopies } from './copies';
import { volume, volumes } from './desk-api';
import { DOCUMENT_INDEXES } from './queries';
import { DOCUMENT_TERM_UID, DOCUMENT_UID } from './row';
import { ARCHIVE_RULES } from './rules';
import { documentWorkflow } from './workflow';

export { actionItemWorkflow } from './action-item';
export { documentsNamed } from './named';
export { fileDocument, sourceHasMoved, type Published } from './file-itself';
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
  work: async (kernel, going) => void (await renderCopies(kernel, going)),
  adminRoutes: [
    { method: 'GET', path: '/documents/volumes', handler: 'document.volumes' },
    { method: 'GET', path: '/documents/volume', handler: 'document.volume' },
  ],
  controllers: {
    document: ({ strapi }) => ({
      volumes: staffHandler(strapi, 'document.read', volumes),
      volume: staffHandler(strapi, 'document.read', volume),
    }),
  },
  evidence: [recordEvidence('documents', 12, { uid: DOCUMENT_UID, at: 'createdAt', lasting: true })],
});
