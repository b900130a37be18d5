import * as React from 'react';
import { Box, Button, Flex, Radio, Typography } from '@strapi/design-system';
import type { ActionResult, AvailableAction } from '../../../contracts';
import { useDeskApi } from '../kernel/api';
import { readFailure } from '../kernel/failure';
import { FormFields, focusField } from '../kernel/form/FormFields';
import { isSaveKey } from '../kernel/form/keys';
import { fieldsOf, inputOf } from '../kernel/form/schema';
import type { useFormState } from '../kernel/form/useFormState';
import { useWords } from '../kernel/words';
import type { Caller } from './caller';
import { CallerCard } from './CallerCard';
import { HintNotes } from './HintNotes';
import { useHints } from './useHints';
import { KINDS, type Kind } from './useStarts';
import { Notice } from '../kernel/Notice';

const ORDER = [
  'building',
  'publicPlace',
  'category',
  'priority',
  'description',
  'question',
  'reporterName',
  'contactTelephone',
  'source',
  'wishedFor',
];
/** Fixed by the caller that was chosen. */
const FIXED = ['community', 'household'];
const ONLY_PUBLIC = ['building', 'publicPlace'];

interface IntakeFormProps {
  caller: Caller;
  starts: Record<string, AvailableAction>;
  kind: Kind;
  onKind: (kind: Kind) => void;
  form: ReturnType<typeof useFormState>;
  onBack: () => void;
  onSaved: (kind: Kind, result: ActionResult) => void;
}

/** The one form: what the call is about. Ctrl/⌘+Enter saves, Esc goes back to the search and keeps what was typed. */
export function IntakeForm({ caller, starts, kind, onKind, form, onBack, onSaved }: IntakeFormProps) {
  const words = useWords();
  const { t } = words;
  const api = useDeskApi();
  const [busy, setBusy] = React.useState(false);
  const root = React.useRef<HTMLFormElement>(null);
  const start = starts[kind.type];
  const hints = useHints(caller, form.values, kind.type === 'ticket');

  const without = caller.household ? [...FIXED, ...ONLY_PUBLIC] : FIXED;
  const fields = (start ? fieldsOf(start.input, { order: ORDER, without }) : []).map((field) =>
    // A repair is somewhere: in the caller's rooms, or at the place that is named.
    field.name === 'publicPlace' ? { ...field, required: true } : field
  );
  React.useEffect(() => focusField(root.current), [kind.type]);

  const save = async () => {
    if (busy || !start?.allowed) return;
    const missing = form.check(fields, words);
    if (missing.length > 0) return focusField(root.current, missing);
    setBusy(true);
    try {
      const household = caller.household?.documentId;
      const values = { ...form.values, community: caller.community.documentId, household };
      if (household) for (const name of ONLY_PUBLIC) delete (values as Record<string, unknown>)[name];
      onSaved(kind, await api.start(kind.plural, kind.action, inputOf(start.input, values)));
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
          reporterName={form.values.reporterName}
          onReporter={(name) => form.change('reporterName', name)}
        />
        <Radio.Group
          value={kind.type}
          onValueChange={(type) => onKind(KINDS.find((each) => each.type === type) ?? KINDS[0])}
          aria-label={t('intake.kind')}
        >
          <Flex gap={4}>
            {KINDS.map(({ type }) => (
              <Radio.Item key={type} value={type} disabled={starts[type] ? !starts[type].allowed : true}>
                {t(`intake.kind.${type}`)}
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
        <FormFields
          paired
          fields={fields}
          values={form.values}
          errors={form.errors}
          onChange={form.change}
          context={{ type: kind.type, action: kind.action, community: caller.community.documentId }}
        />
        <HintNotes hints={hints} />
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
