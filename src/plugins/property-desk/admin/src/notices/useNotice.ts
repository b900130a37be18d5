import * as React from 'react';
import type { NoticeDetail } from '../../../contracts';
import { useDeskApi } from '../kernel/api';
import { readFailure, type Failure } from '../kernel/failure';

/** A notice's text and facts, read once and whenever asked for: somebody may be writing on it. */
export function useNotice(documentId: string) {
  const api = useDeskApi();
  const [notice, setNotice] = React.useState<NoticeDetail | null>(null);
  const [failure, setFailure] = React.useState<Failure | null>(null);
  const turn = React.useRef(0);
  const reload = React.useCallback(async () => {
    const mine = ++turn.current;
    try {
      const answer = await api.noticeContent(documentId);
      if (mine !== turn.current) return;
      setNotice(answer);
      setFailure(null);
    } catch (error) {
      const read = readFailure(error);
      if (mine === turn.current && read.kind !== 'aborted') setFailure(read);
    }
  }, [api, documentId]);
  React.useEffect(() => {
    void reload();
    return () => {
      turn.current += 1;
    };
  }, [reload]);
  return { notice, failure, reload };
}
