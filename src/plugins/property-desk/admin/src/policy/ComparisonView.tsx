import * as React from 'react';
import {
  Badge,
  Box,
  EmptyStateLayout,
  Field,
  Flex,
  Link,
  Table,
  Tbody,
  Td,
  Th,
  Thead,
  Toggle,
  Tr,
  Typography,
} from '@strapi/design-system';
import { EmptyDocuments } from '@strapi/icons/symbols';
import { Page } from '@strapi/strapi/admin';
import { NavLink } from 'react-router-dom';
import { styled } from 'styled-components';
import type { PolicyComparison } from '../../../contracts';
import { useDeskApi } from '../kernel/api';
import { listLink } from '../kernel/case/links';
import { Notice } from '../kernel/Notice';
import { usePolled } from '../kernel/usePolled';
import { useWords } from '../kernel/words';
import { countsOf, runsOf } from './changes';
import { articleLabel, chapterLabel } from './labels';
import { useRuleWords, type Rulebook } from './usePolicy';
import { whyOf } from '../kernel/failure';

const LOOK = { same: 'neutral', changed: 'warning', added: 'success', removed: 'danger' } as const;

/** Marks say by more than their colour what was put in and what was taken out. */
const Text = styled.p`
  font-size: 1.5rem;
  line-height: 1.9;
  white-space: pre-wrap;
  overflow-wrap: anywhere;
  ins {
    background: ${({ theme }) => theme.colors.success100};
    color: ${({ theme }) => theme.colors.success700};
    text-decoration: underline;
    text-underline-offset: 0.3em;
  }
  del {
    background: ${({ theme }) => theme.colors.danger100};
    color: ${({ theme }) => theme.colors.danger700};
    text-decoration: line-through;
  }
`;

/** A text with what changed in it marked. */
function Changed({ before, after }: { before: string; after: string }) {
  const { locale } = useWords();
  const runs = React.useMemo(() => runsOf(before, after, locale), [before, after, locale]);
  return (
    <Text>
      {runs.map(({ text, mark }, index) => {
        if (mark === 'added') return <ins key={index}>{text}</ins>;
        return mark === 'removed' ? <del key={index}>{text}</del> : <span key={index}>{text}</span>;
      })}
    </Text>
  );
}

function ArticleChange({ number, change, before, after }: PolicyComparison['articles'][number]) {
  const words = useWords();
  // The first line names the chapter, by number and title.
  const said = (text: string | null) =>
    (text ?? '').replace(
      /^(\d+) /,
      (_all, chapter: string) => `${chapterLabel(words, Number(chapter))}${words.t('policy.space')}`
    );
  return (
    <Box
      tag="section"
      aria-label={articleLabel(words, number)}
      background="neutral0"
      hasRadius
      shadow="tableShadow"
      padding={5}
      data-change={change}
    >
      <Flex gap={2} paddingBottom={2}>
        <Typography variant="delta" tag="h3">
          {articleLabel(words, number)}
        </Typography>
        <Badge variant={LOOK[change]}>{words.t(`policy.change.${change}`)}</Badge>
      </Flex>
      {change === 'same' ? <Text>{said(after)}</Text> : <Changed before={said(before)} after={said(after)} />}
    </Box>
  );
}

function RuleChanges({ rules, book }: { rules: PolicyComparison['rules']; book: Rulebook }) {
  const { t } = useWords();
  const say = useRuleWords(book);
  // Where a policy says nothing, the default applies.
  const silent = (key: string) => {
    const known = book.get(key);
    return known ? t('policy.change.default', { value: say.value(key, known.default) }) : t('case.empty');
  };
  return (
    <Box tag="section" aria-label={t('policy.change.rules')}>
      <Typography variant="delta" tag="h3" paddingBottom={3}>
        {t('policy.change.rules')}
      </Typography>
      <Table colCount={3} rowCount={rules.length + 1}>
        <Thead>
          <Tr>
            {['policy.change.rule', 'policy.change.before', 'policy.change.after'].map((head) => (
              <Th key={head}>
                <Typography variant="sigma" textColor="neutral600">
                  {t(head)}
                </Typography>
              </Th>
            ))}
          </Tr>
        </Thead>
        <Tbody>
          {rules.map(({ key, before, after }) => (
            <Tr key={key} data-rule={key}>
              <Td>
                <Typography>{say.name(key)}</Typography>
              </Td>
              <Td>
                <Typography textColor="neutral600">
                  {before === null ? silent(key) : <del>{say.value(key, before)}</del>}
                </Typography>
              </Td>
              <Td>
                <Typography fontWeight="bold" textColor="success700">
                  {after === null ? silent(key) : say.value(key, after)}
                </Typography>
              </Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
    </Box>
  );
}

interface ComparisonViewProps {
  documentId: string;
  revision: number;
  book: Rulebook;
}

/** 与现行版本比较: what this version changes, article by article and rule by rule. */
export function ComparisonView({ documentId, revision, book }: ComparisonViewProps) {
  const { t } = useWords();
  const api = useDeskApi();
  const [onlyChanged, setOnlyChanged] = React.useState(true);
  // eslint-disable-next-line react-hooks/exhaustive-deps -- the revision is what it hangs on
  const load = React.useCallback(() => api.policyComparison(documentId, null), [api, documentId, revision]);
  const { data, failure } = usePolled(load, null);

  if (!data) {
    if (!failure) return <Page.Loading />;
    return (
      <Notice variant="warning" title={t('error.failed')}>
        {whyOf(failure, t)}
      </Notice>
    );
  }
  const { from, articles, rules } = data;
  if (!from) {
    return <EmptyStateLayout icon={<EmptyDocuments width="16rem" />} content={t('policy.change.nothingToCompare')} />;
  }
  const counts = countsOf(data);
  const shown = onlyChanged ? articles.filter(({ change }) => change !== 'same') : articles;
  return (
    <Flex direction="column" alignItems="stretch" gap={5} data-testid="comparison" maxWidth="96rem">
      <Flex gap={4} justifyContent="space-between" wrap="wrap" alignItems="flex-end">
        <Box>
          <Typography variant="delta" tag="h2">
            {t('policy.change.summary', counts)}
          </Typography>
          <Typography variant="pi" textColor="neutral600" tag="p">
            {t('policy.change.with')}{' '}
            <Link tag={NavLink} to={`${listLink('policies')}/${from.documentId}`}>
              {from.name}
            </Link>
          </Typography>
        </Box>
        <Field.Root name="onlyChanged">
          <Field.Label>{t('policy.change.only')}</Field.Label>
          <Toggle
            name="onlyChanged"
            onLabel={t('form.yes')}
            offLabel={t('form.no')}
            checked={onlyChanged}
            onChange={(event: React.ChangeEvent<HTMLInputElement>) => setOnlyChanged(event.target.checked)}
          />
        </Field.Root>
      </Flex>
      {rules.length > 0 && <RuleChanges rules={rules} book={book} />}
      {shown.length === 0 && rules.length === 0 && (
        <EmptyStateLayout icon={<EmptyDocuments width="16rem" />} content={t('policy.change.none')} />
      )}
      {shown.map((article) => (
        <ArticleChange key={article.number} {...article} />
      ))}
    </Flex>
  );
}
