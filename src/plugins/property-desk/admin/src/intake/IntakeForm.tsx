import * as React from 'react';
import { Box, Button, Flex, Radio, Typography } from '@strapi/design-system';
import type { ActionResult, AvailableAction, HouseholdCard } from '../../../contracts';
import { useDeskApi } from '../kernel/api';
import { askedOf } from '../kernel/case/asked';
import { readFailure } from '../kernel/failure';
import { focusField } from '../kernel/form/focus';
import { FormFields } from '../kernel/form/FormFields';
import { isSaveKey } from '../kernel/form/keys';
import { fieldsOf, inputOf } from '../kernel/form/schema';
import type { useFormState } from '../kernel/form/useFormState';
import { useWords } from '../kernel/words';
import type { Caller } from './caller';
import { CallerCard } from './CallerCard';
import { ComplaintHintNotes } from './ComplaintHintNotes';
import { DuplicateNotes, SuggestionNote } from './HintNotes';
import { useHints } from './useHints';
import { FIXED, KINDS, layoutOf, ONLY_PUBLIC, placed, type Kind } from './kinds';
import { useComplaintHints } from './useComplaintHints';
import { Notice } from '../kernel/Notice';

interface IntakeFormProps {
  caller: Caller;
  card: HouseholdCard | null;
  starts: Record<string, AvailableAction>;
  kind: Kind;
  onKind: (kind: Kind) => void;
  form: ReturnType<typeof useFormState>;
  /** Sent again under the same key, the form starts one case only. */
  startKey: string;
  onBack: () => void;
  onSaved: (kind: Kind, result: ActionResult) => void;
}

/** The one form: what the call is about. Ctrl/⌘+Enter saves, Esc goes back to the kinds and keeps what was typed. */
export function IntakeForm({ caller, card, starts, kind, onKind, form, startKey, onBack, onSaved }: IntakeFormProps) {
  const words = useWords();
  const { t } = words;
  const api = useDeskApi();
  const [busy, setBusy] = React.useState(false);
  const root = React.useRef<HTMLFormElement>(null);
  const start = starts[kind.type];
  const hints = useHints(caller, form.values, kind.type === 'ticket');

  // Whoever will not be named is nobody's household either; the place is then asked for.
  const nameless = kind.type === 'complaint' && form.values.anonymous === true;
  const household = nameless ? undefined : caller.household?.documentId;
  const complaintHints = useComplaintHints(
    { ...caller, household: household ? caller.household : null },
    form.values,
    kind.type === 'complaint'
  );

  // A question has no category: whatever is still open may be the same.
  const openInquiries = nameless ? [] : (card?.cases ?? []).filter(({ type }) => type === 'inquiry');
  const values = { ...form.values, ...kind.preset };
  const asked = start ? placed(kind, fieldsOf(start.input, layoutOf(kind, household !== undefined))) : [];
  const fields = askedOf(kind.type, kind.action, asked, values, {});
  React.useEffect(() => focusField(root.current), []);
  // A click on a kind goes on into its form; the arrow keys must be free to go on to the next kind.
  const [clicked, setClicked] = React.useState<Kind | null>(null);
  React.useEffect(() => {
    if (clicked === kind) focusField(root.current);
  }, [clicked, kind]);

  const save = async () => {
    if (busy || !start?.allowed) return;
    const missing = form.check(fields, words);
    if (missing.length > 0) return focusField(root.current, missing);
    setBusy(true);
    try {
      const known = { ...values, community: caller.community.documentId, household };
      if (household) for (const name of ONLY_PUBLIC) delete (known as Record<string, unknown>)[name];
      const shown = [
        ...fields,
        ...Object.keys(known)
          .filter((name) => FIXED.includes(name))
          .map((name) => ({ name })),
      ];
      onSaved(kind, await api.start(kind.plural, kind.action, inputOf(start.input, known, shown), startKey));
    } catch (error) {
      focusField(root.current, form.refuse(readFailure(error), fields, words));
      setBusy(false);
    }
  };

  return (
    <Box
      tag="form"
      ref={root}
      noValidate
      background="neutral0"
      hasRadius
      shadow="tableShadow"
      padding={6}
      onSubmit={(event: React.FormEvent) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={(event: React.KeyboardEvent) => {
        if (event.nativeEvent.isComposing) return;
        if (isSaveKey(event)) {
          event.preventDefault();
          void save();
        } else if (event.key === 'Escape' && !event.defaultPrevented) {
          event.preventDefault();
          onBack();
        }
      }}
    >
      <Flex direction="column" alignItems="stretch" gap={5}>
        <CallerCard
          caller={caller}
          card={card}
          nameless={nameless}
          reporterName={form.values.reporterName}
          onReporter={(name) => form.change('reporterName', name)}
        />
        <Radio.Group
          value={kind.key}
          onValueChange={(key) => onKind(KINDS.find((each) => each.key === key) ?? KINDS[0])}
          aria-label={t('intake.kind')}
        >
          <Flex gap={4} wrap="wrap">
            {KINDS.map(({ key, type }) => (
              <Radio.Item
                key={key}
                value={key}
                onClick={({ detail }: React.MouseEvent) =>
                  setClicked(detail > 0 ? (KINDS.find((each) => each.key === key) ?? null) : null)
                }
                disabled={starts[type] ? !starts[type].allowed : true}
              >
                {t(`intake.kind.${key}`)}
              </Radio.Item>
            ))}
          </Flex>
        </Radio.Group>
        {start && !start.allowed && (
          <Notice variant="warning" title={t('case.notNow')}>
            {start.why ?? ''}
          </Notice>
        )}
        {form.message && (
          <Typography role="alert" textColor="danger600">
            {form.message}
          </Typography>
        )}
        {/* Above the form: whoever listens and types must see it without scrolling. */}
        <ComplaintHintNotes hints={complaintHints} />
        <DuplicateNotes duplicates={kind.type === 'inquiry' ? openInquiries : hints.duplicates} />
        <FormFields
          paired
          fields={fields}
          values={form.values}
          errors={form.errors}
          onChange={form.change}
          context={{ type: kind.type, action: kind.action, community: caller.community.documentId }}
        />
        <SuggestionNote suggestion={hints.suggestion} />
        <Flex gap={2} justifyContent="flex-end">
          <Button type="button" variant="tertiary" size="L" onClick={onBack}>
            {t('intake.back')}
          </Button>
          <Button type="submit" size="L" loading={busy} disabled={!start?.allowed}>
            {t('intake.save')}
          </Button>
        </Flex>
      </Flex>
    </Box>
  );
}
