import * as React from 'react';
import type { ConflictDetails, NoticeDetail } from '../../../../contracts';
import { useDeskApi } from '../../kernel/api';
import { readFailure } from '../../kernel/failure';
import { useWords } from '../../kernel/words';
import { blankDraft, changesOf, draftOf, inputOf, isChanged, missingIn, type Draft } from './form';
import { keepDraft, keptDraft } from './kept';

/** What the server has of the notice that is being written. */
interface Base {
  documentId: string | null;
  revision: number;
  draft: Draft;
}

const KEEP_MS = 500;

/**
 * What is being written, and its way to the server. Nothing typed is ever lost: not by a refusal, not by somebody who was
 * faster (what they saved becomes the base that one's own words are compared with), not by a page that goes away.
 */
export function useSaving(notice: NoticeDetail | null) {
  const api = useDeskApi();
  const { t } = useWords();
  const [base, setBase] = React.useState<Base>(() => ({
    documentId: notice?.documentId ?? null,
    revision: notice?.revision ?? 0,
    draft: notice ? draftOf(notice) : blankDraft(null),
  }));
  const [kept] = React.useState(() => keptDraft(base.documentId));
  const restored = kept !== null && isChanged(base.draft, kept);
  const [draft, setDraft] = React.useState<Draft>(restored && kept ? kept : base.draft);
  const [errors, setErrors] = React.useState<Record<string, string>>({});
  const [message, setMessage] = React.useState<string | null>(null);
  const [conflict, setConflict] = React.useState<ConflictDetails | null>(null);
  const [busy, setBusy] = React.useState<string | null>(null);
  const changed = isChanged(base.draft, draft);
  const now = React.useRef({ base, draft });
  now.current = { base, draft };

  React.useEffect(() => {
    const timer = window.setTimeout(() => keepDraft(base.documentId, changed ? draft : null), KEEP_MS);
    return () => window.clearTimeout(timer);
  }, [base.documentId, changed, draft]);

  // Typed in the moment before the page goes, e.g. while a new notice gets its address: the next page finds it.
  React.useEffect(
    () => () => {
      const { base: last, draft: typed } = now.current;
      if (last.documentId && isChanged(last.draft, typed)) keepDraft(last.documentId, typed);
    },
    []
  );

  const change = React.useCallback((some: Partial<Draft>) => {
    setDraft((before) => ({ ...before, ...some }));
    setErrors((before) =>
      Object.fromEntries(Object.entries(before).filter(([path]) => !((path.split('.')[0] ?? '') in some)))
    );
  }, []);

  /** Tells what went wrong; after a conflict one's words stand on what the other has saved. */
  const refuse = async (error: unknown): Promise<string[]> => {
    const failure = readFailure(error);
    if (failure.kind === 'aborted') return [];
    if (failure.kind === 'conflict') {
      setConflict(failure.details);
      const { documentId } = now.current.base;
      if (documentId) {
        const latest = await api.noticeContent(documentId).catch(() => null);
        if (latest) setBase({ documentId, revision: latest.revision, draft: draftOf(latest) });
      }
      return [];
    }
    if (failure.kind === 'input') {
      setErrors(failure.fields);
      const names = Object.keys(now.current.draft);
      const strays = Object.entries(failure.fields).filter(([path]) => !names.includes(path.split('.')[0] ?? ''));
      setMessage(strays.length > 0 ? strays.map(([, why]) => why).join(t('form.comma')) : t('form.seeFields'));
      return Object.keys(failure.fields);
    }
    setMessage(failure.kind === 'offline' ? t('form.offline') : failure.message);
    return [];
  };

  /** Saves what differs. Answers with the base that then stands, or with the names of what must be mended. */
  const save = async (): Promise<{ base: Base } | { wrong: string[] }> => {
    const { base: before, draft: sent } = now.current;
    const missing = missingIn(sent);
    setMessage(null);
    setErrors(Object.fromEntries(missing.map((name) => [name, t('form.required')])));
    if (missing.length > 0) {
      setMessage(t('form.seeFields'));
      return { wrong: missing };
    }
    if (before.documentId && !isChanged(before.draft, sent)) return { base: before };
    setBusy('save');
    try {
      const { data } = before.documentId
        ? await api.act('notices', before.documentId, 'edit', changesOf(before.draft, sent), before.revision)
        : await api.start('notices', 'draft', inputOf(sent));
      const after = { documentId: data.documentId, revision: data.revision, draft: sent };
      keepDraft(before.documentId, null);
      setBase(after);
      setConflict(null);
      return { base: after };
    } catch (error) {
      return { wrong: await refuse(error) };
    } finally {
      setBusy(null);
    }
  };

  /** Saves, then takes a further step; true when it was taken. */
  const step = async (action: string, input: Record<string, unknown> = {}): Promise<true | string[]> => {
    const saved = await save();
    if ('wrong' in saved) return saved.wrong;
    const { documentId, revision } = saved.base;
    if (!documentId) return [];
    setBusy(action);
    try {
      await api.act('notices', documentId, action, input, revision);
      keepDraft(documentId, null);
      return true;
    } catch (error) {
      return refuse(error);
    } finally {
      setBusy(null);
    }
  };

  /** Throws what was not saved away, for those who ask for it. */
  const forget = () => {
    keepDraft(base.documentId, null);
    setDraft(base.draft);
    setErrors({});
    setMessage(null);
  };

  return { base, draft, setDraft, change, errors, message, conflict, busy, changed, restored, save, step, forget };
}
