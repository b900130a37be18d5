import * as React from 'react';
import { Box, Button, Flex, TextButton, Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import type { ActionResult, AvailableAction, CaseDetail } from '../../../../contracts';
import { useDeskApi } from '../api';
import { useKept } from '../form/useKept';
import { useOpenCase } from '../live/live';
import { useShortcuts } from '../shortcuts';
import { actionName, useWords } from '../words';
import { ActionModal } from './ActionModal';
import { KeyHint } from './KeyHint';
import { carried } from './meanwhile';

interface CaseActionsProps {
  detail: CaseDetail;
  onChanged: () => void;
  /** No button stands out, where something else on the screen does. */
  quiet?: boolean;
  /** Each action has a digit on the keyboard. */
  keys?: boolean;
  /** Where the cursor goes when a form is closed; to the next step where this is left out. */
  backTo?: React.RefObject<HTMLElement>;
  /** What an action answered, for pages that lead on to what it started. */
  onResult?: (action: string, result: ActionResult) => void;
}

/** What moves a case on comes first, what corrects or ends it last; files have a place of their own. */
const FORWARD = [
  'accept',
  'dispatch',
  'start',
  'resume',
  'complete',
  'intervene',
  'classify',
  'answer',
  'thank',
  'resolve',
  'follow-up',
  'review',
  'done',
  'reconsider',
  'confirm',
  'archive',
  'submit',
  'approve',
  'publish',
  'promulgate',
  'acknowledge',
];
const ASIDE = [
  'amend',
  'cancel',
  'withdraw',
  'dismiss',
  'dismiss-recurrence',
  'close-unreached',
  'discard',
  'unapprove',
  'repeal',
  'unbind',
];
/** Files have a place of their own, and so have notice boards; articles and rules are edited where they stand. */
const ELSEWHERE = new Set(['attach', 'record-posting', 'write-article', 'remove-article', 'set-rule', 'clear-rule']);

/** The actions that are shown as buttons, in the order of their weight. */
export function inOrder(actions: AvailableAction[]): AvailableAction[] {
  const rank = ({ name }: AvailableAction) => (FORWARD.includes(name) ? 0 : ASIDE.includes(name) ? 2 : 1);
  return actions.filter(({ name }) => !ELSEWHERE.has(name)).sort((a, b) => rank(a) - rank(b));
}

/** The next steps that the person may take, as buttons; the others with the reason why not. */
export function CaseActions({ detail, onChanged, quiet = false, keys = false, backTo, onResult }: CaseActionsProps) {
  const words = useWords();
  const api = useDeskApi();
  const { toggleNotification } = useNotification();
  const [open, setOpen] = React.useState<string | null>(null);
  const [explaining, setExplaining] = React.useState(false);
  const drafts = React.useRef<Record<string, Record<string, unknown>>>({});
  const kept = useKept();
  const { type, plural, documentId, revision, community } = detail.case;
  const formOf = (action: string) => `${type}.${documentId}.${action}`;
  useOpenCase(open === null ? undefined : type, documentId, 'acting');
  // What has no number yet is known by its title.
  const number = detail.case.number || detail.case.title;

  const allowed = inOrder(detail.actions).filter((action) => action.allowed);
  const primary = allowed.find(({ name }) => FORWARD.includes(name));
  const main = quiet ? undefined : primary;
  // In the order in which they stand on the screen.
  const digits = [...(main ? [main] : []), ...allowed.filter((action) => action !== main)].slice(0, 9);
  const digitOf = (action: AvailableAction) => (keys ? digits.indexOf(action) + 1 : 0);
  const refused = inOrder(detail.actions).filter((action) => !action.allowed);
  // An action that has gone with the state keeps its form, so that what was typed can still be read.
  const lastShown = React.useRef<CaseDetail['actions'][number] | null>(null);
  const found = detail.actions.find(({ name }) => name === open);
  if (found) lastShown.current = found;
  const shown =
    found ??
    (open !== null && lastShown.current?.name === open
      ? { ...lastShown.current, allowed: false, why: words.t('case.stateMovedOn') }
      : null);
  const keepDraft = React.useCallback(
    (values: Record<string, unknown>) => {
      if (!open) return;
      drafts.current[open] = values;
      kept.write(`${type}.${documentId}.${open}`, values);
    },
    [open, kept, type, documentId]
  );

  useShortcuts(
    'page',
    digits.map((action, index) => ({
      keys: String(index + 1),
      says: actionName(words, type, action.name),
      run: () => setOpen(action.name),
      off: !keys,
    }))
  );
  const root = React.useRef<HTMLDivElement>(null);
  const handsBack = React.useRef(false);
  // The button that opened the form may go with the state, now or once the case is read anew: the next step is at hand.
  const backToActions = React.useCallback(() => {
    handsBack.current = true;
    const opener = root.current?.querySelector<HTMLElement>(`[data-action="${lastShown.current?.name ?? ''}"]`);
    (backTo?.current ?? opener ?? root.current?.querySelector('button') ?? root.current)?.focus();
  }, [backTo]);
  React.useEffect(() => {
    if (handsBack.current && document.activeElement === document.body) backToActions();
    handsBack.current = false;
  }, [revision, backToActions]);

  return (
    <Flex ref={root} tabIndex={-1} direction="column" alignItems="stretch" gap={2} width="100%">
      {allowed.length === 0 && (
        <Typography variant="pi" textColor="neutral600">
          {words.t(detail.case.endedAt ? 'case.ended' : 'case.nothingForYou')}
        </Typography>
      )}
      {main && (
        <Button type="button" fullWidth data-action={main.name} onClick={() => setOpen(main.name)}>
          {actionName(words, type, main.name)}
          <KeyHint digit={digitOf(main)} />
        </Button>
      )}
      <Flex gap={2} wrap="wrap">
        {allowed
          .filter((action) => action !== main)
          .map((action) => (
            <Box key={action.name} flex="1 1 45%" minWidth="fit-content">
              <Button
                type="button"
                variant="tertiary"
                fullWidth
                data-action={action.name}
                style={{ whiteSpace: 'nowrap' }}
                onClick={() => setOpen(action.name)}
              >
                {actionName(words, type, action.name)}
                <KeyHint digit={digitOf(action)} />
              </Button>
            </Box>
          ))}
      </Flex>
      {refused.length > 0 && (
        <TextButton type="button" aria-expanded={explaining} onClick={() => setExplaining(!explaining)}>
          {words.t('case.others', { count: refused.length })}
        </TextButton>
      )}
      {explaining && (
        <Box tag="ul">
          {refused.map((action) => (
            <Box tag="li" key={action.name} paddingBottom={1}>
              <Typography variant="pi" fontWeight="bold">
                {actionName(words, type, action.name)}
              </Typography>{' '}
              <Typography variant="pi" textColor="neutral600">
                {action.why}
              </Typography>
            </Box>
          ))}
        </Box>
      )}
      {shown && (
        <ActionModal
          key={shown.name}
          type={type}
          community={community?.documentId ?? null}
          about={number}
          fields={detail.fields}
          action={shown}
          draft={drafts.current[shown.name] ?? kept.read(formOf(shown.name))}
          onDraft={keepDraft}
          submit={async (input, seen) => {
            const result = await api.act(plural, documentId, shown.name, input, seen);
            onResult?.(shown.name, result);
            return result;
          }}
          onDone={() => {
            delete drafts.current[shown.name];
            kept.clear(formOf(shown.name));
            setOpen(null);
            toggleNotification({
              type: 'success',
              message: words.t('case.done', { action: actionName(words, type, shown.name), number }),
            });
            onChanged();
          }}
          onClose={() => setOpen(null)}
          onConflict={onChanged}
          detail={detail}
          others={allowed.filter(({ name }) => name !== shown.name).slice(0, 4)}
          onOther={(name, typed) => {
            const other = detail.actions.find((each) => each.name === name);
            drafts.current[name] = carried(typed, other?.input.properties ?? {}, drafts.current[name]);
            setOpen(name);
          }}
          onClosed={backToActions}
        />
      )}
    </Flex>
  );
}
