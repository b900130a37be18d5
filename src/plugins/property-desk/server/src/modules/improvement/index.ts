import { recordEvidence } from '../../kernel/evidence';
import { defineModule } from '../../kernel/module';
import preventiveAction from './content-types/preventive-action/schema.json';
import { PREVENTIVE_ACTION_UID } from './row';
import { IMPROVEMENT_RULES } from './rules';
import { preventiveActionWorkflow } from './workflow';

export { startRecurrence } from './recurrence';
export { PREVENTIVE_ACTION_UID, type PreventiveActionRow } from './row';
export { preventiveActionWorkflow } from './workflow';

/** What is done so that complaints do not happen again (article 10). */
export const improvement = defineModule({
  name: 'improvement',
  contentTypes: { 'preventive-action': { schema: preventiveAction } },
  cases: [preventiveActionWorkflow],
  rules: IMPROVEMENT_RULES,
  evidence: [
    recordEvidence('preventive-actions', 10, { uid: PREVENTIVE_ACTION_UID, at: 'doneAt', where: { state: 'done' } }),
  ],
});
