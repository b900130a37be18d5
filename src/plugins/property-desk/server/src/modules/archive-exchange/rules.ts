import type { RuleDefinition } from '../../kernel/rulebook/rulebook';

/** What article 12 sets for moving the archive in and out. */
export const ARCHIVE_RULES: Record<string, RuleDefinition> = {
  /** How long a book that has been checked waits to be confirmed; then all of it is deleted. */
  'exchange.confirmWithin': { kind: 'duration', default: 'P7D', article: '12' },
  /** Households that one person exports alone at most. */
  'exchange.exportCap': { kind: 'number', default: 500, article: '12' },
  /** How long another has to decide on an export. */
  'exchange.decideWithin': { kind: 'duration', default: 'P1D', article: '12' },
  /** How long a manager has to see to it that somebody does. */
  'exchange.superviseWithin': { kind: 'duration', default: 'P1D', article: '12' },
  /** How long an export may be decided on; then it has to be asked for anew. */
  'exchange.requestWithin': { kind: 'duration', default: 'P7D', article: '12' },
  /** How long an export that was granted may be fetched; then its file is deleted. */
  'exchange.fetchWithin': { kind: 'duration', default: 'P3D', article: '12' },
};
