import * as React from 'react';
import { Badge, Box, Button, Flex, TextButton, Typography } from '@strapi/design-system';
import type { RuleValue } from '../../../../contracts';
import { ConflictNote } from '../../kernel/case/ConflictNote';
import type { Failure } from '../../kernel/failure';
import { useWords } from '../../kernel/words';
import { articleLabel } from '../labels';
import { useRuleWords, type Rulebook } from '../usePolicy';
import { RuleControl } from './RuleControl';
import { isComplete, type RuleEntry } from './ruleEntry';
import type { Save } from './useSaving';

interface RuleLineProps {
  entry: RuleEntry;
  book: Rulebook;
  save: Save;
  /** What was entered and not saved; undefined where nothing was. */
  entered: RuleValue | null | undefined;
  onEnter: (value: RuleValue | null | undefined) => void;
}

/** One rule in its article: what it says now, and what it is to say. */
export function RuleLine({ entry, book, save, entered, onEnter }: RuleLineProps) {
  const words = useWords();
  const { t } = words;
  const say = useRuleWords(book);
  const [busy, setBusy] = React.useState(false);
  const [failure, setFailure] = React.useState<Failure | null>(null);
  const { key, article, kind, set } = entry;
  const name = say.name(key);
  const value = entered === undefined ? (set ?? entry.default) : entered;
  const changed = entered !== undefined && entered !== set;

  const run = async (action: string, input: Record<string, unknown>) => {
    if (busy) return;
    setBusy(true);
    const why = await save([{ action, input }]);
    setBusy(false);
    setFailure(why);
    if (!why) onEnter(undefined);
  };
  const put = () => {
    if (isComplete(kind, value)) void run('set-rule', { key, value, article });
  };
  const said = failure?.kind === 'input' ? Object.values(failure.fields).join(t('form.comma')) : failure?.message;

  return (
    <Box
      tag="form"
      data-rule={key}
      paddingTop={2}
      paddingBottom={2}
      noValidate
      onSubmit={(event: React.FormEvent) => {
        event.preventDefault();
        put();
      }}
    >
      <Flex gap={2} wrap="wrap" paddingBottom={1}>
        <Typography fontWeight="semiBold">{name}</Typography>
        <Badge variant={set === null ? 'neutral' : 'primary'}>
          {t(set === null ? 'policy.edit.byDefault' : 'policy.edit.bySelf')}
        </Badge>
        {set !== null && (
          <Typography variant="pi" textColor="neutral600">
            {t('policy.edit.default', { value: say.value(key, entry.default) })}
          </Typography>
        )}
      </Flex>
      <Flex gap={3} justifyContent="space-between" wrap="wrap">
        <RuleControl label={name} kind={kind} value={value} onChange={(next) => onEnter(next)} />
        <Flex gap={2} minWidth="13rem" justifyContent="flex-end">
          {changed || (set === null && entered !== undefined) ? (
            <>
              <TextButton type="button" onClick={() => onEnter(undefined)}>
                {t('policy.edit.undo')}
              </TextButton>
              <Button type="submit" size="S" loading={busy} disabled={!isComplete(kind, value)}>
                {t('policy.edit.save')}
              </Button>
            </>
          ) : set === null ? (
            <Button type="submit" size="S" variant="tertiary" loading={busy}>
              {t('policy.edit.write')}
            </Button>
          ) : (
            <Button
              type="button"
              size="S"
              variant="tertiary"
              loading={busy}
              onClick={() => void run('clear-rule', { key })}
              title={t('policy.edit.clearHow')}
            >
              {t('policy.edit.clear')}
            </Button>
          )}
        </Flex>
      </Flex>
      {failure?.kind === 'conflict' && <ConflictNote type="policy" details={failure.details} />}
      {failure && failure.kind !== 'conflict' && (
        <Typography role="alert" textColor="danger600" variant="pi" tag="p" paddingTop={1}>
          {articleLabel(words, article)}
          {t('form.aside', { text: name })}
          {t('form.colon')}
          {failure.kind === 'offline' ? t('form.offline') : said}
        </Typography>
      )}
    </Box>
  );
}
