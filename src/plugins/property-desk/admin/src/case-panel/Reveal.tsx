import * as React from 'react';
import { Box, Button, Field, Flex, Modal, TextButton, TextInput, Typography } from '@strapi/design-system';
import { Eye } from '@strapi/icons';
import { focusBack } from '../kernel/focusBack';
import type { CaseDetail } from '../../../contracts';
import { useDeskApi } from '../kernel/api';
import { readFailure } from '../kernel/failure';
import { fieldName, useWords } from '../kernel/words';
import { maskedFieldsOf } from './masked';

const SHOWN_MS = 60_000;
interface RevealProps {
  /** The content type, as the call names it: a case type, or `resident`. */
  type: string;
  documentId: string;
  field: string;
  masked: string;
}

/** A confidential value, shown for a minute to whoever says why; the server keeps a record of it. */
interface Revealing {
  value: string | null;
  /** Asks why; the dialog must stand on the page. */
  ask: () => void;
  hide: () => void;
  dialog: React.ReactNode;
}

/**
 * The way to a confidential value.
 * @param suggested reason that the dialog begins with
 * @param onShown called with the value once it is known
 */
export function useReveal(
  { type, documentId, field }: Omit<RevealProps, 'masked'>,
  { suggested = '', submit, onShown }: { suggested?: string; submit: string; onShown?: (value: string) => void }
): Revealing {
  const words = useWords();
  const api = useDeskApi();
  const label = fieldName(words, type, field);
  const [asking, setAsking] = React.useState(false);
  const [reason, setReason] = React.useState(suggested);
  const [error, setError] = React.useState<string | undefined>();
  const [value, setValue] = React.useState<string | null>(null);

  React.useEffect(() => {
    if (value === null) return;
    const timer = window.setTimeout(() => setValue(null), SHOWN_MS);
    return () => window.clearTimeout(timer);
  }, [value]);

  const reveal = async () => {
    if (reason.trim() === '') return setError(words.t('form.required'));
    try {
      const shown = await api.reveal({ type, documentId, field, reason: reason.trim() });
      setValue(shown);
      setAsking(false);
      setError(undefined);
      onShown?.(shown);
    } catch (caught) {
      const failure = readFailure(caught);
      setError(failure.kind === 'input' ? (failure.fields.reason ?? failure.message) : failure.message);
    }
  };

  const dialog = (
    <Modal.Root open={asking} onOpenChange={setAsking}>
      <Modal.Content onCloseAutoFocus={focusBack}>
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            event.stopPropagation();
            void reveal();
          }}
        >
          <Modal.Header closeLabel={words.t('form.close')}>
            <Modal.Title>{words.t('reveal.show', { field: label })}</Modal.Title>
          </Modal.Header>
          <Modal.Body>
            <Field.Root name="reason" required error={error} hint={words.t('reveal.hint')}>
              <Field.Label>{words.t('reveal.reason')}</Field.Label>
              <TextInput value={reason} onChange={(event) => setReason(event.target.value)} autoComplete="off" />
              <Field.Error />
              <Field.Hint />
            </Field.Root>
          </Modal.Body>
          <Modal.Footer>
            <Button type="button" variant="tertiary" onClick={() => setAsking(false)}>
              {words.t('form.back')}
            </Button>
            <Button type="submit">{submit}</Button>
          </Modal.Footer>
        </form>
      </Modal.Content>
    </Modal.Root>
  );
  return { value, ask: () => setAsking(true), hide: () => setValue(null), dialog };
}

/**
 * One confidential field: masked, shown for a minute to whoever says why; the server keeps a record of it.
 * `named` where it stands under its name already.
 */
export function Reveal({ masked, named = false, ...of }: RevealProps & { named?: boolean }) {
  const words = useWords();
  const label = fieldName(words, of.type, of.field);
  const { value, ask, hide, dialog } = useReveal(of, { submit: words.t('reveal.showShort') });
  return (
    <Flex justifyContent="space-between" gap={2}>
      <Box>
        {!named && (
          <Typography variant="pi" textColor="neutral600" tag="div">
            {label}
          </Typography>
        )}
        <Typography aria-live="polite">{value ?? masked}</Typography>
      </Box>
      <TextButton
        type="button"
        startIcon={<Eye />}
        onClick={value === null ? ask : hide}
        aria-label={words.t(value === null ? 'reveal.show' : 'reveal.hide', { field: label })}
      >
        {words.t(value === null ? 'reveal.showShort' : 'reveal.hideShort')}
      </TextButton>
      {dialog}
    </Flex>
  );
}

/** All masked fields of a case. */
export function Reveals({ detail }: { detail: CaseDetail }) {
  const { type, documentId } = detail.case;
  return (
    <Flex direction="column" alignItems="stretch" gap={2} width="100%">
      {maskedFieldsOf(detail.fields).map(([field, masked]) => (
        <Reveal key={field} type={type} documentId={documentId} field={field} masked={masked} />
      ))}
    </Flex>
  );
}
