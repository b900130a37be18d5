import * as React from 'react';
import { Box, Button, Field, Flex, Link, Radio, TextInput, Typography } from '@strapi/design-system';
import { ArrowLeft } from '@strapi/icons';
import { Layouts, Page } from '@strapi/strapi/admin';
import { NavLink, useNavigate, useSearchParams } from 'react-router-dom';
import type { AvailableAction, Ref, SearchHousehold } from '../../../contracts';
import { useDeskApi } from '../kernel/api';
import { askedOf } from '../kernel/case/asked';
import { listLink } from '../kernel/case/links';
import { readFailure, whyOf } from '../kernel/failure';
import { focusField } from '../kernel/form/focus';
import { FormFields } from '../kernel/form/FormFields';
import { isSaveKey } from '../kernel/form/keys';
import { fieldsOf, inputOf } from '../kernel/form/schema';
import { useFormState } from '../kernel/form/useFormState';
import { Notice } from '../kernel/Notice';
import { useDebounced } from '../kernel/useDebounced';
import { usePolled } from '../kernel/usePolled';
import { useWords } from '../kernel/words';
import { DATA_REQUEST_LODGE } from '../permissions';
import { usePrivacyApi } from './usePrivacyApi';

const TYPE = 'data-request';
const PLURAL = 'data-requests';
const REST_MS = 250;

/** Who asks. */
interface Person {
  documentId: string;
  name: string;
  household: Pick<Ref, 'name'>;
  community: Ref;
}

/** Finds somebody by telephone, room or name. */
function PersonSearch({ onChoose }: { onChoose: (person: Person) => void }) {
  const { t } = useWords();
  const api = useDeskApi();
  const [query, setQuery] = React.useState('');
  const rested = useDebounced(query.trim(), REST_MS);
  const [found, setFound] = React.useState<SearchHousehold[] | null>(null);
  const [failure, setFailure] = React.useState<string | null>(null);

  React.useEffect(() => {
    if (rested === '') return setFound(null);
    let gone = false;
    api.search({ query: rested, former: true }).then(
      ({ households }) => {
        if (gone) return;
        setFound(households);
        setFailure(null);
      },
      (error: unknown) => !gone && setFailure(readFailure(error).message)
    );
    return () => {
      gone = true;
    };
  }, [api, rested]);

  const people = (found ?? []).flatMap((household) =>
    household.residents.map((resident) => ({ ...resident, household, community: household.community }))
  );
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Field.Root name="person" hint={t('dataRequests.whoHint')}>
        <Field.Label>{t('dataRequests.who')}</Field.Label>
        <TextInput value={query} autoComplete="off" autoFocus onChange={(event) => setQuery(event.target.value)} />
        <Field.Hint />
      </Field.Root>
      {failure && (
        <Notice variant="warning" title={t('error.failed')}>
          {failure}
        </Notice>
      )}
      {found && people.length === 0 && <Typography role="status">{t('dataRequests.nobody')}</Typography>}
      {people.length > 0 && (
        <Radio.Group
          name="resident"
          aria-label={t('dataRequests.who')}
          onValueChange={(documentId) => {
            const person = people.find((each) => each.documentId === documentId);
            if (person) onChoose(person);
          }}
        >
          {people.map(({ documentId, name, kind, former, telephone, household, community }) => (
            <Radio.Item key={documentId} value={documentId}>
              {[
                name,
                t(`resident.kind.${kind}`),
                former && t('dataRequests.former'),
                household.name,
                telephone,
                community.name,
              ]
                .filter(Boolean)
                .join(' · ')}
            </Radio.Item>
          ))}
        </Radio.Group>
      )}
    </Flex>
  );
}

/** What they ask for. */
function RequestForm({ person, action, onOther }: { person: Person; action: AvailableAction; onOther: () => void }) {
  const words = useWords();
  const api = useDeskApi();
  const navigate = useNavigate();
  const all = React.useMemo(
    () =>
      fieldsOf(action.input, { order: ['kind', 'requestWay', 'identityCheck'], without: ['community', 'resident'] }),
    [action]
  );
  const form = useFormState({ requestWay: 'counter' });
  const fields = askedOf(TYPE, 'lodge', all, form.values, {});
  const [busy, setBusy] = React.useState(false);
  const root = React.useRef<HTMLFormElement>(null);

  const save = async () => {
    if (busy) return;
    const missing = form.check(fields, words);
    if (missing.length > 0) return focusField(root.current, missing);
    setBusy(true);
    try {
      const input = {
        ...inputOf(action.input, form.values, fields),
        community: person.community.documentId,
        resident: person.documentId,
      };
      const { data } = await api.start(PLURAL, 'lodge', input);
      navigate(`${listLink(PLURAL)}/${data.documentId}`);
    } catch (error) {
      focusField(root.current, form.refuse(readFailure(error), fields, words));
      setBusy(false);
    }
  };

  return (
    <form
      ref={root}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={(event) => {
        if (isSaveKey(event)) void save();
      }}
    >
      <Flex direction="column" alignItems="stretch" gap={5}>
        <Flex justifyContent="space-between" gap={4}>
          <Typography variant="delta" tag="h2">
            {`${person.name} · ${person.household.name} · ${person.community.name}`}
          </Typography>
          <Button type="button" variant="tertiary" onClick={onOther}>
            {words.t('dataRequests.other')}
          </Button>
        </Flex>
        {!action.allowed && (
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
          context={{ type: TYPE, action: 'lodge', community: person.community.documentId }}
          hints={{ identityCheck: words.t('dataRequests.identityHint') }}
          paired
        />
        <Flex justifyContent="flex-end">
          <Button type="submit" size="L" loading={busy} disabled={!action.allowed}>
            {words.t('dataRequests.save')}
          </Button>
        </Flex>
      </Flex>
    </form>
  );
}

function NewDataRequest() {
  const { t } = useWords();
  const api = useDeskApi();
  const privacy = usePrivacyApi();
  const [params, setParams] = useSearchParams();
  const named = params.get('resident');
  const [chosen, setChosen] = React.useState<Person | null>(null);
  const loadAction = React.useCallback(
    async () => (await api.startActions(PLURAL)).find(({ name }) => name === 'lodge') ?? null,
    [api]
  );
  const { data: action, failure } = usePolled(loadAction, null);
  const loadPerson = React.useCallback(
    async () => (named ? (await privacy.consents(named)).resident : null),
    [privacy, named]
  );
  const { data: linked } = usePolled(loadPerson, null);
  const person = chosen ?? linked;

  return (
    <Page.Main>
      <Page.Title>{t('dataRequests.new')}</Page.Title>
      <Layouts.Header
        title={t('dataRequests.new')}
        subtitle={t('dataRequests.newHow')}
        navigationAction={
          <Link tag={NavLink} to={listLink(PLURAL)} startIcon={<ArrowLeft />}>
            {t('list.title.data-requests')}
          </Link>
        }
      />
      <Layouts.Content>
        {failure && (
          <Notice variant="warning" title={t('error.failed')}>
            {whyOf(failure, t)}
          </Notice>
        )}
        <Box background="neutral0" hasRadius shadow="tableShadow" padding={6}>
          {person && action ? (
            <RequestForm
              key={person.documentId}
              person={person}
              action={action}
              onOther={() => {
                setChosen(null);
                setParams({});
              }}
            />
          ) : (
            <PersonSearch onChoose={setChosen} />
          )}
        </Box>
      </Layouts.Content>
    </Page.Main>
  );
}

/** 登记个人信息请求: who asks, what they ask for, and how it was made sure that it is them. */
export default function NewDataRequestPage() {
  return (
    <Page.Protect permissions={DATA_REQUEST_LODGE}>
      <NewDataRequest />
    </Page.Protect>
  );
}
