import * as React from 'react';
import { Box, Button, Flex, Modal, Typography } from '@strapi/design-system';
import { focusBack } from '../focusBack';
import type { ActionResult, AvailableAction, CaseDetail, ConflictDetails } from '../../../../contracts';
import { readFailure } from '../failure';
import { focusField } from '../form/focus';
import { FormFields } from '../form/FormFields';
import { isSaveKey } from '../form/keys';
import { fieldsOf, inputOf } from '../form/schema';
import { useFormState } from '../form/useFormState';
import { actionName, useWords } from '../words';
import { askedOf, onlyChoices } from './asked';
import { ConflictNote } from './ConflictNote';
import { meanwhile } from './meanwhile';
import { Notice } from '../Notice';

interface ActionModalProps {
  type: string;
  community: string | null;
  /** What the case says, for forms that ask for more or less by it. */
  fields?: Record<string, unknown>;
  /** Title line, e.g. the case's number, or how many cases. */
  about: string;
  action: AvailableAction;
  /** What was typed before and not sent. */
  draft?: Record<string, unknown>;
  onDraft?: (values: Record<string, unknown>) => void;
  /**
   * Sends the input; a conflict or a refusal is shown in the form.
   * @param revision of the case that whoever sends it has seen: it may have moved on under their hand
   */
  submit: (input: Record<string, unknown>, revision: number) => Promise<ActionResult | void>;
  onDone: () => void;
  onClose: () => void;
  /** Loads the case anew; the form then stands on the new revision. */
  onConflict: () => void;
  /** The case as it was read last, where the form is for one: what happens to it meanwhile is told in the form. */
  detail?: CaseDetail;
  /** What else can be done with the case now. */
  others?: AvailableAction[];
  /** Goes on to another action, with what was typed here. */
  onOther?: (action: string, typed: Record<string, unknown>) => void;
  /** Where the focus goes when the form is closed; else to whatever opened it. */
  onClosed?: () => void;
}

const HARSH = new Set([
  'cancel',
  'decline',
  'withdraw',
  'dismiss',
  'close-unreached',
  'dismiss-recurrence',
  'discard',
  'repeal',
  'refuse',
  'execute',
  'unbind',
]);

/** The form of one action, made from its schema. */
export function ActionModal(props: ActionModalProps) {
  const { action, type, about, community, fields: said, draft, onDraft, submit, onDone, onClose, onConflict } = props;
  const { detail, others, onOther, onClosed } = props;
  const words = useWords();
  const all = React.useMemo(() => fieldsOf(action.input), [action.input]);
  const [given] = React.useState(() => {
    const defaults = { ...action.defaults, ...draft };
    return { ...onlyChoices(askedOf(type, action.name, all, defaults, said ?? {})), ...defaults };
  });
  const form = useFormState(given);
  const fields = askedOf(type, action.name, all, form.values, said ?? {});
  const [refused, setRefused] = React.useState<ConflictDetails | null>(null);
  const [seen, setSeen] = React.useState(detail?.case.revision ?? 0);
  const conflict = detail ? meanwhile(detail, seen, refused) : refused;
  // Repeated before the case was read anew, it would only be refused again.
  const behind = detail !== undefined && conflict !== null && conflict.revision > detail.case.revision;
  const [busy, setBusy] = React.useState(false);
  const root = React.useRef<HTMLFormElement>(null);
  const title = actionName(words, type, action.name);

  const { values } = form;
  React.useEffect(() => {
    // Only what somebody has typed; suggestions are made anew.
    if (values !== given) onDraft?.(values);
  }, [onDraft, values, given]);

  const save = async (revision = seen) => {
    if (busy || behind || !action.allowed) return;
    const missing = form.check(fields, words);
    if (missing.length > 0) return focusField(root.current, missing);
    setBusy(true);
    setRefused(null);
    try {
      await submit(inputOf(action.input, form.values, fields), revision);
      onDone();
    } catch (error) {
      const failure = readFailure(error);
      if (failure.kind === 'conflict') {
        setRefused(failure.details);
        onConflict();
      } else {
        focusField(root.current, form.refuse(failure, fields, words));
      }
      setBusy(false);
    }
  };

  const onlyNote = fields.every(({ required }) => !required);
  return (
    <Modal.Root open onOpenChange={(open) => !open && onClose()}>
      <Modal.Content
        onCloseAutoFocus={(event) => {
          if (!onClosed) return focusBack(event);
          event.preventDefault();
          onClosed();
        }}
        onOpenAutoFocus={(event) => {
          event.preventDefault();
          if (onlyNote) root.current?.querySelector<HTMLElement>('button[type=submit]')?.focus();
          else focusField(root.current);
        }}
      >
        <form
          ref={root}
          noValidate
          // The panel stands inside the Content Manager's own form, and React's events climb out of a portal.
          onSubmit={(event) => {
            event.preventDefault();
            event.stopPropagation();
            void save();
          }}
          onKeyDown={(event) => {
            if (isSaveKey(event)) {
              event.preventDefault();
              void save();
            }
          }}
          onChange={(event) => event.stopPropagation()}
        >
          <Modal.Header closeLabel={words.t('form.close')}>
            <Modal.Title>
              {title} · {about}
            </Modal.Title>
          </Modal.Header>
          <Modal.Body>
            <Flex direction="column" alignItems="stretch" gap={4}>
              {conflict && (
                <ConflictNote
                  key={conflict.revision}
                  type={type}
                  details={conflict}
                  action={action}
                  busy={busy || behind}
                  onRepeat={() => {
                    setSeen(conflict.revision);
                    void save(conflict.revision);
                  }}
                  others={behind ? [] : others}
                  onOther={(name) => onOther?.(name, values)}
                />
              )}
              {!action.allowed && !conflict && (
                <Notice variant="danger" title={words.t('case.notNow')}>
                  {action.why ?? ''}
                </Notice>
              )}
              {form.message && (
                <Box role="alert">
                  <Typography textColor="danger600">{form.message}</Typography>
                </Box>
              )}
              <FormFields
                fields={fields}
                values={form.values}
                errors={form.errors}
                onChange={form.change}
                context={{ type, action: action.name, community }}
              />
            </Flex>
          </Modal.Body>
          <Modal.Footer>
            <Button type="button" variant="tertiary" onClick={onClose}>
              {words.t('form.back')}
            </Button>
            <Button
              type="submit"
              loading={busy || behind}
              disabled={!action.allowed}
              variant={HARSH.has(action.name) ? 'danger' : 'default'}
              title={words.t('form.saveKey')}
            >
              {title}
            </Button>
          </Modal.Footer>
        </form>
      </Modal.Content>
    </Modal.Root>
  );
}
