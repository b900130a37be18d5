import * as React from 'react';
import { Button, Dialog, Field, Flex, Loader, Typography } from '@strapi/design-system';
import { focusBack } from '../kernel/focusBack';
import { useDeskApi } from '../kernel/api';
import { readFailure, whyOf } from '../kernel/failure';
import { optionText } from '../kernel/form/fields/OptionControl';
import { Picker } from '../kernel/form/Picker';
import { useWords } from '../kernel/words';
import { useColleagues } from './useColleagues';

interface HandOverProps {
  documentId: string;
  name: string;
  active: boolean;
}

/** How much is open on a staff member, and a colleague to give all of it to. */
export function HandOver({ documentId, name, active }: HandOverProps) {
  const words = useWords();
  const { t } = words;
  const api = useDeskApi();
  const { data, failure, refresh } = useColleagues(documentId);
  const [to, setTo] = React.useState<string | null>(null);
  const [asking, setAsking] = React.useState(false);
  const [busy, setBusy] = React.useState(false);
  const [trouble, setTrouble] = React.useState<string | null>(null);
  const [done, setDone] = React.useState<string | null>(null);
  const taker = data?.others.find((other) => other.documentId === to);

  const handOver = async () => {
    if (!taker) return;
    setAsking(false);
    setBusy(true);
    setTrouble(null);
    try {
      const count = await api.handOver(documentId, taker.documentId);
      setDone(t('handover.done', { count, name: taker.name }));
      setTo(null);
    } catch (error) {
      const read = readFailure(error);
      if (read.kind === 'input') setTrouble(Object.values(read.fields).join(t('form.comma')) || read.message);
      else if (read.kind !== 'aborted') setTrouble(whyOf(read, t));
    }
    await refresh();
    setBusy(false);
  };

  if (!active) return <Typography textColor="neutral600">{t('handover.inactive')}</Typography>;
  if (!data) {
    return failure ? (
      <Typography role="alert">{failure.message}</Typography>
    ) : (
      <Loader small>{t('form.loading')}</Loader>
    );
  }
  const open = data.member?.openWork ?? 0;
  return (
    <Flex direction="column" alignItems="stretch" gap={3} width="100%" data-testid="hand-over">
      {done && (
        <Typography role="status" textColor="success700">
          {done} {t('handover.next')}
        </Typography>
      )}
      <Typography fontWeight="semiBold">
        {t(open > 0 ? 'handover.open' : 'handover.none', { name, count: open })}
      </Typography>
      {data.others.length > 0 && (
        <>
          <Typography variant="pi" textColor="neutral600">
            {t('handover.how')}
          </Typography>
          <Field.Root name="handOverTo" error={trouble ?? undefined}>
            <Field.Label>{t('handover.to')}</Field.Label>
            <Picker
              name="handOverTo"
              value={to}
              items={data.others.map((other) => ({ value: other.documentId, text: optionText(words, other) }))}
              onPick={setTo}
              placeholder={t('form.chooseOrType')}
              empty={t('form.nothingFound')}
            />
            <Field.Error />
          </Field.Root>
          <Button
            type="button"
            variant="secondary"
            fullWidth
            loading={busy}
            disabled={!taker}
            onClick={() => setAsking(true)}
          >
            {t('handover.do')}
          </Button>
        </>
      )}
      <Dialog.Root open={asking} onOpenChange={setAsking}>
        <Dialog.Content onCloseAutoFocus={focusBack}>
          <Dialog.Header>{t('handover.title')}</Dialog.Header>
          <Dialog.Body>
            <Typography>{t('handover.confirm', { from: name, to: taker?.name ?? '' })}</Typography>
          </Dialog.Body>
          <Dialog.Footer>
            <Dialog.Cancel>
              <Button type="button" fullWidth variant="tertiary">
                {t('form.back')}
              </Button>
            </Dialog.Cancel>
            <Button type="button" fullWidth onClick={() => void handOver()}>
              {t('handover.do')}
            </Button>
          </Dialog.Footer>
        </Dialog.Content>
      </Dialog.Root>
    </Flex>
  );
}
