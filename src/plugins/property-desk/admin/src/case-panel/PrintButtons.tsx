import * as React from 'react';
import { Box, Button, Flex } from '@strapi/design-system';
import { Download } from '@strapi/icons';
import { useNotification } from '@strapi/strapi/admin';
import type { CaseDetail } from '../../../contracts';
import { useDeskApi } from '../kernel/api';
import { hand } from '../kernel/download';
import { readFailure } from '../kernel/failure';
import { useShortcuts } from '../kernel/shortcuts';
import { useWords } from '../kernel/words';
import { PAPERS, type Paper } from './papers';

/** Saves one paper of a case, e.g. the work order, as a Word file. */
function PrintButton({ detail, paper, keys }: { detail: CaseDetail; paper: Paper; keys: string | null }) {
  const { t } = useWords();
  const api = useDeskApi();
  const { toggleNotification } = useNotification();
  const [busy, setBusy] = React.useState(false);
  const { plural, documentId, number, title } = detail.case;

  const print = async () => {
    setBusy(true);
    try {
      const { blob, name } = await api.print(plural, documentId, paper.path);
      hand(blob, name ?? `${number || title}.docx`);
    } catch (error) {
      const failure = readFailure(error);
      if (failure.kind !== 'aborted') toggleNotification({ type: 'danger', message: t('print.failed') });
    } finally {
      setBusy(false);
    }
  };
  useShortcuts('page', [
    { keys: keys ?? 'p', says: t(paper.word), run: () => void print(), off: keys === null || busy },
  ]);
  return (
    <Button
      type="button"
      variant="secondary"
      fullWidth
      startIcon={<Download />}
      loading={busy}
      onClick={() => void print()}
    >
      {t(paper.word)}
    </Button>
  );
}

/** The papers of a case, a button each; `p` prints the one, or `p` and a digit one of several. */
export function PrintButtons({ detail, keys = false }: { detail: CaseDetail; keys?: boolean }) {
  const papers = PAPERS[detail.case.type] ?? [];
  if (papers.length === 0) return null;
  return (
    <Flex gap={2} wrap="wrap">
      {papers.map((paper, index) => (
        <Box key={paper.path} flex="1 1 45%" minWidth="fit-content">
          <PrintButton
            detail={detail}
            paper={paper}
            keys={!keys ? null : papers.length === 1 ? 'p' : `p ${index + 1}`}
          />
        </Box>
      ))}
    </Flex>
  );
}
