import * as React from 'react';
import {
  Button,
  Field,
  Flex,
  Modal,
  SingleSelect,
  SingleSelectOption,
  TextInput,
  Typography,
} from '@strapi/design-system';
import { Download } from '@strapi/icons';
import { focusBack } from '../kernel/focusBack';
import { useDeskApi, type OptionRef } from '../kernel/api';
import { useNow, useZone } from '../kernel/clock/ticker';
import { hand } from '../kernel/download';
import { readFailure, whyOf } from '../kernel/failure';
import { monthsBack } from '../kernel/form/officeTime';
import { useWords } from '../kernel/words';

/** How far back the list of months goes; older ones are typed. */
const MONTHS = 24;

function LedgerForm({ plural, onClose }: { plural: string; onClose: () => void }) {
  const { t } = useWords();
  const api = useDeskApi();
  const months = monthsBack(useNow(), useZone(), MONTHS);
  const [month, setMonth] = React.useState(months[0] ?? '');
  const [community, setCommunity] = React.useState<string | null>(null);
  const [communities, setCommunities] = React.useState<OptionRef[]>([]);
  const [busy, setBusy] = React.useState(false);
  const [trouble, setTrouble] = React.useState<string | null>(null);

  React.useEffect(() => {
    let gone = false;
    api.options('communities').then(
      (list) => {
        if (gone) return;
        setCommunities(list);
        setCommunity(list[0]?.documentId ?? null);
      },
      (error: unknown) => !gone && setTrouble(readFailure(error).message)
    );
    return () => {
      gone = true;
    };
  }, [api]);

  const print = async () => {
    if (!community) return;
    setBusy(true);
    setTrouble(null);
    try {
      const { blob, name } = await api.ledger(plural, month, community);
      hand(blob, name ?? `${plural}-${month}.docx`);
      onClose();
    } catch (error) {
      const failure = readFailure(error);
      if (failure.kind !== 'aborted') setTrouble(whyOf(failure, t));
      setBusy(false);
    }
  };

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void print();
      }}
    >
      <Modal.Header closeLabel={t('form.close')}>
        <Modal.Title>{t(`ledger.title.${plural}`)}</Modal.Title>
      </Modal.Header>
      <Modal.Body>
        <Flex direction="column" alignItems="stretch" gap={4}>
          <Field.Root name="month" required>
            <Field.Label>{t('ledger.month')}</Field.Label>
            <SingleSelect value={month} onChange={(chosen) => setMonth(String(chosen))}>
              {months.map((each) => (
                <SingleSelectOption key={each} value={each}>
                  {each}
                </SingleSelectOption>
              ))}
            </SingleSelect>
          </Field.Root>
          <Field.Root name="community" required>
            <Field.Label>{t('list.community')}</Field.Label>
            {communities.length === 1 ? (
              <TextInput value={communities[0]?.name ?? ''} readOnly />
            ) : (
              <SingleSelect value={community} onChange={(chosen) => setCommunity(String(chosen))}>
                {communities.map(({ documentId, name }) => (
                  <SingleSelectOption key={documentId} value={documentId}>
                    {name}
                  </SingleSelectOption>
                ))}
              </SingleSelect>
            )}
          </Field.Root>
          {trouble && (
            <Typography role="alert" textColor="danger600">
              {trouble}
            </Typography>
          )}
        </Flex>
      </Modal.Body>
      <Modal.Footer>
        <Button type="button" variant="tertiary" onClick={onClose}>
          {t('form.back')}
        </Button>
        <Button type="submit" startIcon={<Download />} loading={busy} disabled={!community}>
          {t('ledger.download')}
        </Button>
      </Modal.Footer>
    </form>
  );
}

/** The way to a month's ledger on paper: which month, of which community. */
export function LedgerButton({ plural }: { plural: string }) {
  const { t } = useWords();
  const [open, setOpen] = React.useState(false);
  return (
    <>
      <Button variant="secondary" startIcon={<Download />} onClick={() => setOpen(true)}>
        {t('ledger.open')}
      </Button>
      <Modal.Root open={open} onOpenChange={setOpen}>
        <Modal.Content onCloseAutoFocus={focusBack}>
          <LedgerForm plural={plural} onClose={() => setOpen(false)} />
        </Modal.Content>
      </Modal.Root>
    </>
  );
}
