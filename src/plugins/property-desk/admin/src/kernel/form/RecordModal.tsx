import * as React from 'react';
import { Box, Button, Flex, Modal, Typography } from '@strapi/design-system';
import { focusBack } from '../focusBack';
import type { InputSchema } from '../../../../contracts';
import { readFailure } from '../failure';
import { focusField } from './focus';
import { FormFields } from './FormFields';
import { isSaveKey } from './keys';
import type { PickerItem } from './Picker';
import { fieldsOf } from './schema';
import { useFormState } from './useFormState';
import { useWords } from '../words';

interface RecordModalProps {
  title: string;
  /** Whose words name the fields. */
  type: string;
  schema: InputSchema;
  values: Record<string, unknown>;
  community: string | null;
  /** Records of the file that fields name, by field. */
  choices: Record<string, PickerItem[]>;
  /** Explanations under a field, by name. */
  hints?: Record<string, React.ReactNode>;
  /** Fields that are not shown, e.g. because the person may not change them. */
  without?: string[];
  /** Key of the word of the button; the usual one saves. */
  saying?: string;
  /** Told what stands in the fields, for a page that says what will come of it. */
  onTyped?: (values: Record<string, unknown>) => void;
  /** Said above the fields. */
  children?: React.ReactNode;
  submit: (values: Record<string, unknown>) => Promise<unknown>;
  onDone: () => void;
  onClose: () => void;
}

/** A short form, drawn from its schema; what was typed stays until it is kept. */
export function RecordModal(props: RecordModalProps) {
  const { title, type, schema, values, community, choices, hints, without, submit, onDone, onClose } = props;
  const words = useWords();
  const hidden = without?.join();
  const fields = React.useMemo(() => fieldsOf(schema, { without: hidden?.split(',') }), [schema, hidden]);
  const form = useFormState(values);
  const [busy, setBusy] = React.useState(false);
  const root = React.useRef<HTMLFormElement>(null);

  const save = async () => {
    if (busy) return;
    const missing = form.check(fields, words);
    if (missing.length > 0) return focusField(root.current, missing);
    setBusy(true);
    try {
      await submit(form.values);
      onDone();
    } catch (error) {
      focusField(root.current, form.refuse(readFailure(error), fields, words));
      setBusy(false);
    }
  };

  return (
    <Modal.Root open onOpenChange={(open) => !open && onClose()}>
      <Modal.Content
        onCloseAutoFocus={focusBack}
        onOpenAutoFocus={(event) => {
          event.preventDefault();
          focusField(root.current);
        }}
      >
        <form
          ref={root}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void save();
          }}
          onKeyDown={(event) => {
            if (!isSaveKey(event)) return;
            event.preventDefault();
            void save();
          }}
        >
          <Modal.Header closeLabel={words.t('form.close')}>
            <Modal.Title>{title}</Modal.Title>
          </Modal.Header>
          <Modal.Body>
            <Flex direction="column" alignItems="stretch" gap={4}>
              {form.message && (
                <Box role="alert">
                  <Typography textColor="danger600">{form.message}</Typography>
                </Box>
              )}
              {props.children}
              <FormFields
                fields={fields}
                values={form.values}
                errors={form.errors}
                onChange={(name, value) => {
                  form.change(name, value);
                  props.onTyped?.({ ...form.values, [name]: value });
                }}
                context={{ type, action: 'file', community, choices }}
                hints={hints}
                paired
              />
            </Flex>
          </Modal.Body>
          <Modal.Footer>
            <Button type="button" variant="tertiary" onClick={onClose}>
              {words.t('form.back')}
            </Button>
            <Button type="submit" loading={busy} title={words.t('form.saveKey')}>
              {words.t(props.saying ?? 'household.save')}
            </Button>
          </Modal.Footer>
        </form>
      </Modal.Content>
    </Modal.Root>
  );
}
