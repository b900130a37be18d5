import * as React from 'react';
import { Box, Button, Flex, Link, Typography } from '@strapi/design-system';
import { ArrowLeft } from '@strapi/icons';
import { Layouts, Page } from '@strapi/strapi/admin';
import { NavLink, useNavigate, useSearchParams } from 'react-router-dom';
import type { AvailableAction, LoanItemFound, LoanStanding } from '../../../contracts';
import { useDeskApi } from '../kernel/api';
import { listLink } from '../kernel/case/links';
import { useOfficeTime } from '../kernel/clock/useOfficeTime';
import { readFailure } from '../kernel/failure';
import { focusField } from '../kernel/form/focus';
import { FormFields } from '../kernel/form/FormFields';
import { isSaveKey } from '../kernel/form/keys';
import { fieldsOf, inputOf } from '../kernel/form/schema';
import { useFormState } from '../kernel/form/useFormState';
import { Notice } from '../kernel/Notice';
import { useWords } from '../kernel/words';
import { LOAN_REQUEST } from '../permissions';
import { ItemPicker } from './ItemPicker';
import { Standing } from './Standing';

/** What the item itself says. */
const KNOWN = ['community', 'itemType', 'item'];
/** Only keys are used by people from outside. */
const OUTSIDE = ['forWhom', 'forWhomTelephone'];
const ORDER = ['purpose', 'from', 'until', 'borrower'];

/** The item with whoever has it and waits for it; the one that the address names, until another is chosen. */
function useChosen() {
  const api = useDeskApi();
  const [params] = useSearchParams();
  const named = params.get('item');
  const [chosen, setChosen] = React.useState<LoanItemFound | null>(null);
  const [standing, setStanding] = React.useState<LoanStanding | null>(null);
  const wanted = chosen?.documentId ?? named;
  React.useEffect(() => {
    setStanding(null);
    if (!wanted) return;
    let gone = false;
    api.loanStanding(wanted).then(
      (found) => {
        if (gone) return;
        setStanding(found);
        setChosen((before) => before ?? found.item);
      },
      () => undefined
    );
    return () => {
      gone = true;
    };
  }, [api, wanted]);
  return { chosen, setChosen, standing };
}

function Form({ start }: { start: AvailableAction }) {
  const words = useWords();
  const { t } = words;
  const api = useDeskApi();
  const navigate = useNavigate();
  const root = React.useRef<HTMLFormElement>(null);
  const form = useFormState({});
  const [busy, setBusy] = React.useState(false);
  const { chosen, setChosen, standing } = useChosen();
  // Colleagues are those of the item's community: until there is one, there is nobody to choose.
  const without = [...KNOWN, ...(chosen ? [] : ['borrower']), ...(chosen?.type === 'key' ? [] : OUTSIDE)];
  const fields = fieldsOf(start.input, { order: ORDER, without });
  const item = fieldsOf(start.input).filter(({ name }) => name === 'item');
  React.useEffect(() => focusField(root.current), []);

  const save = async () => {
    if (busy || !start.allowed) return;
    const values = {
      ...form.values,
      item: chosen?.documentId,
      itemType: chosen?.type,
      community: chosen?.community.documentId,
    };
    const missing = form.check([...(chosen ? [] : item), ...fields], words);
    if (missing.length > 0) return focusField(root.current, missing);
    setBusy(true);
    try {
      const shown = [...fields, ...KNOWN.map((name) => ({ name }))];
      const { data } = await api.start('loans', 'request', inputOf(start.input, values, shown));
      navigate(`${listLink('loans')}/${data.documentId}`);
    } catch (error) {
      focusField(root.current, form.refuse(readFailure(error), [...item, ...fields], words));
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
        if (event.nativeEvent.isComposing || !isSaveKey(event)) return;
        event.preventDefault();
        void save();
      }}
    >
      <Flex direction="column" alignItems="stretch" gap={5}>
        {!start.allowed && (
          <Notice variant="warning" title={t('case.notNow')}>
            {start.why ?? ''}
          </Notice>
        )}
        {form.message && (
          <Typography role="alert" textColor="danger600">
            {form.message}
          </Typography>
        )}
        <ItemPicker
          value={chosen}
          error={form.errors.item}
          onPick={(picked) => {
            setChosen(picked);
            form.change('item', picked?.documentId);
          }}
        />
        {standing && (
          <Box background="neutral100" hasRadius padding={4}>
            <Standing standing={standing} />
          </Box>
        )}
        <FormFields
          paired
          fields={fields}
          values={form.values}
          errors={form.errors}
          onChange={form.change}
          hints={{ until: t('loans.untilHint'), borrower: t('loans.borrowerHint') }}
          context={{ type: 'loan', action: 'request', community: chosen?.community.documentId ?? null }}
        />
        <Flex gap={2} justifyContent="flex-end">
          <Button type="submit" size="L" loading={busy} disabled={!start.allowed}>
            {t(standing?.item.holder ? 'loans.requestAndWait' : 'loans.request')}
          </Button>
        </Flex>
      </Flex>
    </Box>
  );
}

function NewLoan() {
  const { t } = useWords();
  useOfficeTime();
  const api = useDeskApi();
  const [start, setStart] = React.useState<AvailableAction | null>(null);
  const [failed, setFailed] = React.useState<string | null>(null);
  React.useEffect(() => {
    let gone = false;
    api.startActions('loans').then(
      (all) => !gone && setStart(all.find(({ name }) => name === 'request') ?? null),
      (error: unknown) => !gone && setFailed(readFailure(error).message)
    );
    return () => {
      gone = true;
    };
  }, [api]);
  return (
    <Page.Main>
      <Page.Title>{t('loans.request')}</Page.Title>
      <Layouts.Header
        title={t('loans.request')}
        subtitle={t('loans.requestSubtitle')}
        navigationAction={
          <Link tag={NavLink} to={listLink('loans')} startIcon={<ArrowLeft />}>
            {t('list.title.loans')}
          </Link>
        }
      />
      <Layouts.Content>
        {failed && (
          <Notice variant="warning" title={t('error.failed')}>
            {failed}
          </Notice>
        )}
        {!start && !failed && <Page.Loading />}
        {start && <Form start={start} />}
      </Layouts.Content>
    </Page.Main>
  );
}

/** What is asked for, what for, and until when. */
export default function NewLoanPage() {
  return (
    <Page.Protect permissions={LOAN_REQUEST}>
      <NewLoan />
    </Page.Protect>
  );
}
