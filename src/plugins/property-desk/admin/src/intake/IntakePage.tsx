import * as React from 'react';
import { Layouts, Page } from '@strapi/strapi/admin';
import type { ActionResult, Ref } from '../../../contracts';
import { useDeskApi } from '../kernel/api';
import { useOfficeTime } from '../kernel/clock/useOfficeTime';
import { useFormState } from '../kernel/form/useFormState';
import { useShortcuts } from '../kernel/shortcuts';
import { useWords } from '../kernel/words';
import { startOf, type Caller } from './caller';
import { CallerSearch } from './CallerSearch';
import { IntakeForm } from './IntakeForm';
import { Saved } from './Saved';
import { BEGINNINGS, carryText, KINDS, type Kind } from './kinds';
import { useStarts } from './useStarts';

type Stage = { at: 'search' } | { at: 'form'; caller: Caller } | { at: 'saved'; kind: Kind; result: ActionResult };

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
  const [stage, setStage] = React.useState<Stage>({ at: 'search' });
  const [query, setQuery] = React.useState('');
  const [kind, setKind] = React.useState<Kind>(KINDS[0]);
  const form = useFormState({});

  const filling = stage.at === 'form';
  useShortcuts('page', [
    { keys: 'Tab', says: t('shortcuts.tab'), off: !filling },
    { keys: 'ArrowLeft', says: t('shortcuts.radio'), off: !filling },
    { keys: 'ArrowRight', says: t('shortcuts.radio'), off: !filling },
    { keys: 'Mod+Enter', says: t('shortcuts.save'), off: !filling },
    { keys: 'Escape', says: t('shortcuts.back'), off: !filling },
  ]);

  const { setValues, settle } = form;
  const lastCaller = React.useRef<string | null>(null);
  const choose = React.useCallback(
    (caller: Caller) => {
      // What was typed about the matter stays; another household means another person and telephone.
      const who = caller.household?.documentId ?? caller.community.documentId;
      const known = who === lastCaller.current ? {} : startOf(caller, query);
      lastCaller.current = who;
      setValues((before) => ({ ...BEGINNINGS, ...before, ...known }));
      setStage({ at: 'form', caller });
    },
    [query, setValues]
  );
  const next = () => {
    setValues({});
    settle();
    lastCaller.current = null;
    setQuery('');
    setKind(KINDS[0]);
    setStage({ at: 'search' });
  };

  return (
    <Page.Main>
      <Page.Title>{t('intake.title')}</Page.Title>
      <Layouts.Header title={t('intake.title')} subtitle={t(`intake.step.${stage.at}`)} />
      <Layouts.Content>
        {failure && failure.kind !== 'aborted' && <Page.Error content={failure.message} />}
        {stage.at === 'search' && (
          <CallerSearch communities={communities} query={query} onQuery={setQuery} onChoose={choose} />
        )}
        {stage.at === 'form' && starts && (
          <IntakeForm
            caller={stage.caller}
            starts={starts}
            kind={kind}
            onKind={(to) => {
              setValues((values) => carryText(values, kind, to));
              setKind(to);
            }}
            form={form}
            onBack={() => setStage({ at: 'search' })}
            onSaved={(saved, result) => setStage({ at: 'saved', kind: saved, result })}
          />
        )}
        {stage.at === 'saved' && <Saved kind={stage.kind} result={stage.result} onNext={next} />}
      </Layouts.Content>
    </Page.Main>
  );
}
