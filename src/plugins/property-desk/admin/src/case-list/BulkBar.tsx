import * as React from 'react';
import { Button, Flex, Typography } from '@strapi/design-system';
import { Download } from '@strapi/icons';
import { useNotification } from '@strapi/strapi/admin';
import type { AvailableAction, BulkResult } from '../../../contracts';
import { useDeskApi } from '../kernel/api';
import { ActionModal } from '../kernel/case/ActionModal';
import { inOrder } from '../kernel/case/CaseActions';
import { hand } from '../kernel/download';
import { readFailure } from '../kernel/failure';
import { actionName, useWords } from '../kernel/words';
import { allowedOnAll, BATCH, inBatches, type BulkKind, type BulkRow } from './bulk';

interface BulkBarProps {
  list: BulkKind;
  chosen: readonly BulkRow[];
  /** How it went, case by case; the list then reads itself anew, and this bar may go with it. */
  onDone: (outcome: BulkResult[] | null) => void;
  onClear: () => void;
}

/** Cases of which one stands for its state: who may do what follows from it. */
const MOST_STATES = 6;

/** What may be done with all that are marked: allowed on one of each state among them. The answer says of which it was not. */
function useCommonActions(plural: string, chosen: readonly BulkRow[]): AvailableAction[] {
  const api = useDeskApi();
  const [actions, setActions] = React.useState<AvailableAction[]>([]);
  const samples = [...new Map(chosen.map(({ state, documentId }) => [state, documentId])).values()];
  const ids = samples.length > MOST_STATES ? '' : samples.join();
  React.useEffect(() => {
    setActions([]);
    if (!ids) return;
    let gone = false;
    Promise.all(ids.split(',').map((id) => api.detail(plural, id))).then(
      (details) => !gone && setActions(allowedOnAll(details.map(({ actions: each }) => inOrder(each)))),
      () => undefined
    );
    return () => {
      gone = true;
    };
  }, [api, plural, ids]);
  return actions;
}

/** What may be done with the marked cases: print their papers as one zip, or take one step with all. */
export function BulkBar({ list, chosen, onDone, onClear }: BulkBarProps) {
  const { type, plural, prints } = list;
  const words = useWords();
  const { t } = words;
  const api = useDeskApi();
  const { toggleNotification } = useNotification();
  const actions = useCommonActions(plural, chosen).filter(({ name }) => !list.single?.includes(name));
  const [open, setOpen] = React.useState<AvailableAction | null>(null);
  const outcome = React.useRef<BulkResult[] | null>(null);
  const [printing, setPrinting] = React.useState(false);

  const print = async () => {
    setPrinting(true);
    try {
      const { blob, name } = await api.printMany(
        plural,
        chosen.map(({ documentId }) => documentId)
      );
      hand(blob, name ?? `${plural}.zip`);
    } catch (error) {
      if (readFailure(error).kind !== 'aborted') toggleNotification({ type: 'danger', message: t('print.failed') });
    } finally {
      setPrinting(false);
    }
  };

  return (
    <Flex gap={2} wrap="wrap" role="toolbar" aria-label={t('bulk.title')}>
      <Typography role="status">{t('bulk.chosen', { count: chosen.length })}</Typography>
      {prints && (
        <Button
          size="S"
          variant="secondary"
          startIcon={<Download />}
          loading={printing}
          disabled={chosen.length > BATCH}
          title={chosen.length > BATCH ? t('bulk.printMost', { max: BATCH }) : undefined}
          onClick={() => void print()}
        >
          {words.first([`bulk.print.${plural}`], t('bulk.print'))}
        </Button>
      )}
      {actions.map((action) => (
        <Button key={action.name} size="S" variant="tertiary" onClick={() => setOpen(action)}>
          {actionName(words, type, action.name)}
        </Button>
      ))}
      <Button size="S" variant="ghost" onClick={onClear}>
        {t('bulk.clear')}
      </Button>
      {open && (
        <ActionModal
          type={type}
          community={chosen[0]?.community?.documentId ?? null}
          about={t('bulk.chosen', { count: chosen.length })}
          action={open}
          submit={async (input) => {
            outcome.current = [];
            for (const some of inBatches(chosen)) {
              const items = some.map(({ documentId, revision }) => ({ documentId, revision }));
              outcome.current.push(...(await api.bulk(plural, open.name, items, input)));
            }
          }}
          onDone={() => {
            setOpen(null);
            onDone(outcome.current);
          }}
          onClose={() => setOpen(null)}
          onConflict={() => onDone(null)}
        />
      )}
    </Flex>
  );
}
