import * as React from 'react';
import { Box, TextButton } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';
import type { ActionResult, Ref } from '../../../contracts';
import { useHouseholdCard } from '../households/HouseholdAside';
import { useDeskApi } from '../kernel/api';
import { useOfficeTime } from '../kernel/clock/useOfficeTime';
import { useFormState } from '../kernel/form/useFormState';
import type { Kept } from '../kernel/form/kept';
import { useKept } from '../kernel/form/useKept';
import { newKey } from '../kernel/newKey';
import { Notice } from '../kernel/Notice';
import { useShortcuts } from '../kernel/shortcuts';
import { useWords } from '../kernel/words';
import { useLocation, useNavigate } from 'react-router-dom';
import { startOf, type Caller } from './caller';
import { CallerSearch } from './CallerSearch';
import { IntakeForm } from './IntakeForm';
import { KindStep } from './KindStep';
import { Saved } from './Saved';
import { BEGINNINGS, carryText, KINDS, type Kind } from './kinds';
import { useStarts } from './useStarts';
import { useMay } from '../kernel/rights';

type Stage =
  { at: 'search' } | { at: 'kind' | 'form'; caller: Caller } | { at: 'saved'; kind: Kind; result: ActionResult };

/** The form as it is kept while it is filled in. */
const INTAKE_FORM = 'intake';

interface Begun {
  values: Record<string, unknown>;
  caller: Caller;
  kind: string;
  startKey: string;
}

const begunIn = (kept: Kept): Begun | null => {
  const found = kept.read(INTAKE_FORM) as Partial<Begun> | undefined;
  return found?.values && found.caller?.community && found.startKey ? (found as Begun) : null;
};

const whoIs = ({ household, community }: Caller): string => household?.documentId ?? community.documentId;

/** The communities that I work in, for calls about public places. */
function useCommunities(): Ref[] {
  const api = useDeskApi();
  const [communities, setCommunities] = React.useState<Ref[]>([]);
  React.useEffect(() => {
    let gone = false;
    api.options('communities').then(
      (list) => !gone && setCommunities(list),
      () => undefined
    );
    return () => {
      gone = true;
    };
  }, [api]);
  return communities;
}

/** 登记: find the caller, say what it is about, save; within a minute and by keyboard alone. */
export default function IntakePage() {
  const { t } = useWords();
  useOfficeTime();
  const communities = useCommunities();
  const { starts, failure } = useStarts();
  // What was typed on the desk as the telephone rang.
  const { state: brought, pathname } = useLocation() as { state: { query?: unknown } | null; pathname: string };
  const navigate = useNavigate();
  React.useEffect(() => {
    // It may be a telephone: browsers keep what stands in their history.
    if (brought) navigate(pathname, { replace: true, state: null });
  }, [brought, navigate, pathname]);
  const kept = useKept();
  // Somebody new is calling: what was begun before is left.
  const [begun] = React.useState(() => (brought?.query ? null : begunIn(kept)));
  const [stage, setStage] = React.useState<Stage>(begun ? { at: 'form', caller: begun.caller } : { at: 'search' });
  const [startKey, setStartKey] = React.useState(begun?.startKey ?? newKey);
  const [query, setQuery] = React.useState(typeof brought?.query === 'string' ? brought.query : '');
  const [kind, setKind] = React.useState<Kind>(KINDS.find(({ key }) => key === begun?.kind) ?? KINDS[0]);
  const form = useFormState(begun?.values ?? {});

  const { setValues, settle } = form;
  const lastCaller = React.useRef<string | null>(begun ? whoIs(begun.caller) : null);
  const caller = stage.at === 'kind' || stage.at === 'form' ? stage.caller : null;
  const reads = useMay('household.read');
  const { card } = useHouseholdCard(reads ? (caller?.household?.documentId ?? null) : null);
  const { values } = form;
  React.useEffect(() => {
    if (caller) kept.write(INTAKE_FORM, { values }, { caller, kind: kind.key, startKey });
  }, [kept, caller, values, kind, startKey]);
  const choose = React.useCallback(
    (caller: Caller) => {
      // What was typed about the matter stays; another household means another person and telephone.
      const who = whoIs(caller);
      const known = who === lastCaller.current ? {} : startOf(caller, query);
      lastCaller.current = who;
      setValues((before) => ({ ...BEGINNINGS, ...before, ...known }));
      setStage({ at: 'kind', caller });
    },
    [query, setValues]
  );
  const take = (to: Kind) => {
    if (to !== kind) setValues((now) => carryText(now, kind, to));
    setKind(to);
    if (caller) setStage({ at: 'form', caller });
  };
  const next = () => {
    setValues({});
    settle();
    lastCaller.current = null;
    setQuery('');
    setKind(KINDS[0]);
    setStartKey(newKey());
    setStage({ at: 'search' });
  };

  const filling = stage.at === 'form';
  useShortcuts('page', [
    { keys: 'Tab', says: t('shortcuts.tab'), off: !filling },
    { keys: 'ArrowLeft', says: t('shortcuts.radio'), off: caller === null },
    { keys: 'ArrowRight', says: t('shortcuts.radio'), off: caller === null },
    { keys: 'Mod+Enter', says: t('shortcuts.save'), off: !filling },
    { keys: 'Escape', says: t('shortcuts.back'), off: !filling },
    { keys: 'n', says: t('intake.next'), run: next, off: stage.at !== 'saved' },
  ]);

  return (
    <Page.Main>
      <Page.Title>{t('intake.title')}</Page.Title>
      <Layouts.Header title={t('intake.title')} subtitle={t(`intake.step.${stage.at}`)} />
      <Layouts.Content>
        {failure && failure.kind !== 'aborted' && <Page.Error content={failure.message} />}
        {stage.at === 'search' && (
          <CallerSearch communities={communities} query={query} onQuery={setQuery} onChoose={choose} />
        )}
        {stage.at === 'kind' && starts && (
          <KindStep
            caller={stage.caller}
            card={card}
            starts={starts}
            kind={kind}
            onKind={take}
            onBack={() => setStage({ at: 'search' })}
          />
        )}
        {stage.at === 'form' && begun && stage.caller === begun.caller && (
          <Box paddingBottom={4}>
            <Notice
              variant="default"
              title={t('live.begun')}
              action={
                <TextButton
                  type="button"
                  onClick={() => {
                    kept.clear(INTAKE_FORM);
                    next();
                  }}
                >
                  {t('live.anew')}
                </TextButton>
              }
            >
              {t('live.begunHow')}
            </Notice>
          </Box>
        )}
        {stage.at === 'form' && starts && (
          <IntakeForm
            caller={stage.caller}
            card={card}
            starts={starts}
            kind={kind}
            onKind={(to) => {
              setValues((values) => carryText(values, kind, to));
              setKind(to);
            }}
            form={form}
            startKey={startKey}
            onBack={() => setStage({ at: 'kind', caller: stage.caller })}
            onSaved={(saved, result) => {
              kept.clear(INTAKE_FORM);
              setStage({ at: 'saved', kind: saved, result });
            }}
          />
        )}
        {stage.at === 'saved' && <Saved kind={stage.kind} result={stage.result} onNext={next} />}
      </Layouts.Content>
    </Page.Main>
  );
}
