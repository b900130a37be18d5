import { invalid } from '../../kernel/errors';
import { safeName } from '../../kernel/files/inspect';
import type { Acting } from '../../kernel/workflow/define';
import type { ImportRow } from './row';
import { queue } from './queue';

type Changing = Acting<ImportRow>;

/** The workbook comes with the call, already in the private store. */
export const uploaded = ({ files, actor }: Changing) => {
  if (files.length !== 1) throw invalid('files', 'error.noFiles');
  return {
    fileName: safeName(files[0].name, 'xlsx'),
    book: files[0].documentId,
    uploadedBy: actor.staff?.id ?? null,
    uploaderName: actor.name,
  };
};

export const reported = ({ input, after }: Changing) => {
  const { note: _note, ...found } = input;
  return { ...found, book: null, expiresAt: after('exchange.confirmWithin') };
};

export const failed = ({ input }: Changing) => ({ failure: input.failure, book: null, plan: null, expiresAt: null });

export const confirmed = ({ now }: Changing) => ({ confirmedAt: now, expiresAt: null });

export const finished = ({ input }: Changing) => ({
  writtenAdded: input.added,
  writtenChanged: input.changed,
  writtenUnchanged: input.unchanged,
  writtenLeftOut: input.leftOut,
  plan: null,
});

export const cancelled = () => ({ book: null, plan: null, expiresAt: null });

export const queueCheck = ({ case: { documentId }, ...acting }: Changing) => queue(acting, 'check', documentId);

export const queueWrite = ({ case: { documentId }, ...acting }: Changing) => queue(acting, 'write', documentId);

/** What is no longer needed goes once the action is written: nothing that a rollback would want back. */
const drop =
  (...which: ('book' | 'plan')[]) =>
  async ({ case: { documentId }, before, ...acting }: Changing) => {
    for (const name of which) if (before[name]) await queue(acting, 'drop', documentId, before[name]);
  };

export const dropBook = drop('book');
export const dropFiles = drop('book', 'plan');
