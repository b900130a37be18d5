import * as React from 'react';
import {
  Badge,
  Box,
  EmptyStateLayout,
  Field,
  Flex,
  Link,
  Searchbar,
  SearchForm,
  SingleSelect,
  SingleSelectOption,
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
import { Layouts, Page } from '@strapi/strapi/admin';
import { NavLink, useSearchParams } from 'react-router-dom';
import type { Ref, RulebookItem, RulebookPage as Rulebook } from '../../../contracts';
import { useDeskApi } from '../kernel/api';
import { listLink } from '../kernel/case/links';
import { useOptions } from '../kernel/form/fields/useOptions';
import { whyOf } from '../kernel/failure';
import { Notice } from '../kernel/Notice';
import { valueInWords } from '../kernel/rule/value';
import { usePolled } from '../kernel/usePolled';
import { obligationName, useWords, type Words } from '../kernel/words';
import { POLICY_READ } from '../permissions';
import { byArticle, foundIn } from './looking';

/** Where a rule acts, in words: what is owed by its time, or what reads it. */
const actsIn = (words: Words, { acts }: RulebookItem): string[] => [
  ...new Set(
    acts.map(({ obligation, level, case: type }) => {
      if (!obligation) return words.first([`case.${type}`], type ?? '');
      const name = obligationName(words, obligation);
      return (level ?? 1) > 1 ? words.t('rulebook.escalation', { name }) : name;
    })
  ),
];

/** A rule of article 12.3 stands in article 12. */
const linkTo = (policy: Ref, article: string): string =>
  `${listLink('policies')}/${policy.documentId}#article-${parseInt(article, 10)}`;

function Rules({ article, rules, policy }: { article: string; rules: RulebookItem[]; policy: Ref | null }) {
  const words = useWords();
  const { t } = words;
  const title = t('desk.article', { article });
  return (
    <Box tag="section" aria-label={title}>
      <Typography variant="delta" tag="h2" paddingBottom={2}>
        {policy ? (
          <Link tag={NavLink} to={linkTo(policy, article)}>
            {title}
          </Link>
        ) : (
          title
        )}
      </Typography>
      <Table colCount={4} rowCount={rules.length + 1}>
        <Thead>
          <Tr>
            {['rulebook.head.rule', 'rulebook.head.value', 'rulebook.head.default', 'rulebook.head.acts'].map(
              (head) => (
                <Th key={head}>
                  <Typography variant="sigma" textColor="neutral600">
                    {t(head)}
                  </Typography>
                </Th>
              )
            )}
          </Tr>
        </Thead>
        <Tbody>
          {rules.map((rule) => {
            const acts = actsIn(words, rule);
            const changed = rule.set && rule.value !== rule.default;
            return (
              <Tr key={rule.key} data-rule={rule.key}>
                <Td>
                  <Typography fontWeight="semiBold" tag="div">
                    {rule.name}
                  </Typography>
                </Td>
                <Td>
                  <Flex gap={2}>
                    <Typography fontWeight="bold" textColor={changed ? 'primary700' : 'neutral800'}>
                      {valueInWords(words, rule.kind, rule.value)}
                    </Typography>
                    {rule.set && <Badge variant="primary">{t('rulebook.set')}</Badge>}
                  </Flex>
                </Td>
                <Td>
                  <Typography textColor="neutral600">{valueInWords(words, rule.kind, rule.default)}</Typography>
                </Td>
                <Td>
                  <Typography textColor="neutral700" style={{ whiteSpace: 'normal' }}>
                    {acts.join(t('form.listComma')) || t('case.empty')}
                  </Typography>
                </Td>
              </Tr>
            );
          })}
        </Tbody>
      </Table>
    </Box>
  );
}

/** The rules of one community as they stand. */
function useRules(community: string | null) {
  const api = useDeskApi();
  const load = React.useCallback(
    async (): Promise<Rulebook | null> => (community ? api.rulebook(community) : null),
    [api, community]
  );
  return usePolled(load, null);
}

function RulebookOf() {
  const words = useWords();
  const { t } = words;
  const [params, setParams] = useSearchParams();
  const { options, trouble } = useOptions('communities', null);
  const asked = params.get('community');
  const community = asked ?? options?.[0]?.documentId ?? null;
  const { data, failure } = useRules(community);
  const [q, setQ] = React.useState(params.get('q') ?? '');
  const onlySet = params.get('set') === '1';
  const set = (name: string, value: string | null) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        if (value) next.set(name, value);
        else next.delete(name);
        return next;
      },
      { replace: true }
    );
  // The last answer stands until the new community's has come.
  const shown = data && data.community.documentId === community ? data : null;
  const found = shown
    ? foundIn(shown.rules, { q, onlySet }, (rule) => [
        ...actsIn(words, rule),
        valueInWords(words, rule.kind, rule.value),
        t('desk.article', { article: rule.article }),
      ])
    : [];
  const why = failure ? whyOf(failure, t) : trouble;

  return (
    <Page.Main>
      <Page.Title>{t('rulebook.title')}</Page.Title>
      <Layouts.Header
        title={t('rulebook.title')}
        subtitle={
          shown ? (shown.policy ? t('rulebook.by', { number: shown.policy.name }) : t('rulebook.byDefault')) : undefined
        }
      />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={5}>
          <Flex gap={4} wrap="wrap" alignItems="flex-end" role="search" aria-label={t('rulebook.title')}>
            <Box flex="1 1 28rem">
              <SearchForm onSubmit={(event: React.FormEvent) => event.preventDefault()}>
                <Searchbar
                  name="q"
                  value={q}
                  maxLength={100}
                  onChange={(event) => {
                    setQ(event.target.value);
                    set('q', event.target.value.trim());
                  }}
                  onClear={() => {
                    setQ('');
                    set('q', null);
                  }}
                  clearLabel={t('form.clear')}
                  placeholder={t('rulebook.searchHint')}
                >
                  {t('rulebook.search')}
                </Searchbar>
              </SearchForm>
            </Box>
            {(options?.length ?? 0) > 1 && (
              <Box width="22rem">
                <SingleSelect
                  aria-label={t('list.community')}
                  value={community}
                  onChange={(chosen) => set('community', String(chosen))}
                >
                  {options?.map(({ documentId, name }) => (
                    <SingleSelectOption key={documentId} value={documentId}>
                      {name}
                    </SingleSelectOption>
                  ))}
                </SingleSelect>
              </Box>
            )}
            <Field.Root name="onlySet">
              <Field.Label>{t('rulebook.onlySet')}</Field.Label>
              <Toggle
                name="onlySet"
                onLabel={t('form.yes')}
                offLabel={t('form.no')}
                checked={onlySet}
                onChange={(event: React.ChangeEvent<HTMLInputElement>) => set('set', event.target.checked ? '1' : null)}
              />
            </Field.Root>
          </Flex>
          {why && (
            <Notice variant="warning" title={t(shown ? 'error.stale' : 'error.failed')}>
              {why}
            </Notice>
          )}
          {options?.length === 0 && (
            <EmptyStateLayout icon={<EmptyDocuments width="16rem" />} content={t('rulebook.noCommunity')} />
          )}
          {!shown && !why && options?.length !== 0 && <Page.Loading />}
          {shown && found.length === 0 && (
            <EmptyStateLayout icon={<EmptyDocuments width="16rem" />} content={t('rulebook.nothingFound')} />
          )}
          <Typography variant="pi" textColor="neutral600">
            {t('rulebook.how')}{' '}
            <Link tag={NavLink} to={listLink('policies')}>
              {t('policies.title')}
            </Link>
          </Typography>
          <Flex direction="column" alignItems="stretch" gap={6} data-testid="rulebook">
            {byArticle(found).map((group) => (
              <Rules key={group.article} {...group} policy={shown?.policy ?? null} />
            ))}
          </Flex>
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
}

/** 规则一览: what applies in a community, where it stands in the policy, and what it moves. */
export default function RulebookPage() {
  return (
    <Page.Protect permissions={POLICY_READ}>
      <RulebookOf />
    </Page.Protect>
  );
}
