import * as React from 'react';
import { Box, Button, Dialog, Flex, IconButton, Typography } from '@strapi/design-system';
import { Pencil, Plus, Trash } from '@strapi/icons';
import { useNotification } from '@strapi/strapi/admin';
import { styled } from 'styled-components';
import { focusBack } from '../../kernel/focusBack';
import type { PolicyArticle, PolicyText, RuleValue } from '../../../../contracts';
import { useWords } from '../../kernel/words';
import { articleLabel } from '../labels';
import { articlesIn, closeGap, draftOf, inputOfArticle, newAfter, roomFor } from '../outline';
import { ArticleText, PolicyDocument } from '../PolicyDocument';
import type { Rulebook } from '../usePolicy';
import { ArticleForm, type OpenArticle } from './ArticleForm';
import { useKept } from './kept';
import { entriesOf, homeless, type RuleEntry } from './ruleEntry';
import { RuleLine } from './RuleLine';
import { useSaving, type Step } from './useSaving';

/** Tools of an article stand beside its heading, and step back while one reads. */
const Tools = styled(Flex)`
  position: absolute;
  right: 0;
  top: 0;
  opacity: 0.45;
  transition: opacity 120ms;
`;
const Editable = styled.div`
  position: relative;
  padding-right: 8rem;
  &:hover > ${Tools}, &:focus-within > ${Tools} {
    opacity: 1;
  }
  @media (hover: none) {
    > ${Tools} {
      opacity: 1;
    }
  }
`;
const Between = styled(Flex)<{ $shown: boolean }>`
  opacity: ${({ $shown }) => ($shown ? 1 : 0)};
  &:hover,
  &:focus-within {
    opacity: 1;
  }
  @media (hover: none) {
    opacity: 1;
  }
`;

const formOf = (number: number | null): string => (number === null ? 'new' : `article-${number}`);

interface EditableDocumentProps {
  text: PolicyText;
  book: Rulebook;
  refresh: () => Promise<void>;
}

/** The draft of a policy: every article and every rule is edited where it stands and saved for itself. */
export function EditableDocument({ text, book, refresh }: EditableDocumentProps) {
  const words = useWords();
  const { t } = words;
  const { toggleNotification } = useNotification();
  const save = useSaving(text, refresh);
  const articles = useKept<OpenArticle>(`policy-articles-${text.documentId}`);
  const rules = useKept<{ value: RuleValue | null }>(`policy-rules-${text.documentId}`);
  const [removing, setRemoving] = React.useState<PolicyArticle | null>(null);
  const all = articlesIn(text.chapters);

  const renumbered = (moves: { article: PolicyArticle; to: number }[]): Step[] =>
    moves.map(({ article, to }) => ({
      action: 'write-article',
      input: inputOfArticle({ ...draftOf(article), number: to }, article.number),
    }));

  const saveArticle = async (open: OpenArticle) => {
    const { draft, was } = open;
    // A new article, or one that moves onto a number in use, first makes room for itself.
    const room = was === null ? renumbered(roomFor(text.chapters, draft.number)) : [];
    const failure = await save([...room, { action: 'write-article', input: inputOfArticle(draft, was) }]);
    if (!failure) {
      articles.keep(formOf(was), null);
      toggleNotification({
        type: 'success',
        message: t('policy.edit.saved', { article: articleLabel(words, draft.number) }),
      });
    }
    return failure;
  };

  const remove = async (article: PolicyArticle) => {
    setRemoving(null);
    const failure = await save([
      { action: 'remove-article', input: { number: article.number } },
      ...renumbered(closeGap(text.chapters, article.number)),
    ]);
    if (!failure) articles.keep(formOf(article.number), null);
    const name = articleLabel(words, article.number);
    if (!failure) return toggleNotification({ type: 'success', message: t('policy.edit.removed', { article: name }) });
    const why =
      failure.kind === 'offline'
        ? t('error.offline')
        : failure.kind === 'input'
          ? Object.values(failure.fields).join(t('form.comma'))
          : failure.message;
    toggleNotification({ type: 'danger', message: `${name}${t('form.colon')}${why}` });
  };

  const form = (open: OpenArticle, current: PolicyArticle | null) => (
    <ArticleForm
      open={open}
      current={current}
      onChange={(draft) => articles.keep(formOf(open.was), { ...open, draft })}
      onSave={() => saveArticle(open)}
      onReload={() =>
        articles.keep(
          formOf(current ? open.was : null),
          current
            ? { was: current.number, draft: draftOf(current), base: draftOf(current) }
            : { was: null, after: last, draft: open.draft, base: null }
        )
      }
      onClose={() => articles.keep(formOf(open.was), null)}
    />
  );

  const line = (entry: RuleEntry) => (
    <RuleLine
      key={entry.key}
      entry={entry}
      book={book}
      save={save}
      entered={rules.forms[entry.key]?.value}
      onEnter={(value) => rules.keep(entry.key, value === undefined ? null : { value })}
    />
  );
  const linesOf = (number: number) => {
    const entries = entriesOf(text, book, number);
    return (
      entries.length > 0 && (
        <Box background="neutral100" hasRadius padding={4} marginTop={3} aria-label={t('policy.rules')} role="group">
          <Typography variant="sigma" textColor="neutral600" tag="h5">
            {t('policy.rules')}
          </Typography>
          {entries.map(line)}
        </Box>
      )
    );
  };

  const draw = (article: PolicyArticle) => {
    const open = articles.forms[formOf(article.number)];
    if (open) {
      return (
        <>
          {form(open, article)}
          {linesOf(article.number)}
        </>
      );
    }
    const name = articleLabel(words, article.number);
    return (
      <Editable>
        <ArticleText article={article} rules={null} />
        <Tools gap={1}>
          <IconButton
            label={t('policy.edit.open', { article: name })}
            onClick={() =>
              articles.keep(formOf(article.number), {
                was: article.number,
                draft: draftOf(article),
                base: draftOf(article),
              })
            }
          >
            <Pencil />
          </IconButton>
          <IconButton label={t('policy.edit.remove', { article: name })} onClick={() => setRemoving(article)}>
            <Trash />
          </IconButton>
        </Tools>
        <Box style={{ marginRight: '-8rem' }}>{linesOf(article.number)}</Box>
      </Editable>
    );
  };

  const fresh = articles.forms[formOf(null)];
  const last = all.at(-1)?.number ?? 0;
  const places = new Set([0, ...all.map(({ number }) => number)]);
  // The new article's form stands where it was begun, whatever number is typed into it.
  const freshAt = fresh && (places.has(fresh.after ?? 0) ? (fresh.after ?? 0) : last);
  const begin = (after: number) =>
    articles.keep(formOf(null), { was: null, after, draft: newAfter(text.chapters, after), base: null });
  const between = (after: number) => {
    if (fresh) return freshAt === after ? <Box paddingBottom={6}>{form(fresh, null)}</Box> : null;
    return (
      <Between justifyContent="center" paddingBottom={2} $shown={all.length === 0}>
        <Button type="button" size="S" variant="ghost" startIcon={<Plus />} onClick={() => begin(after)}>
          {after === 0 ? t('policy.edit.addFirst') : t('policy.edit.addAfter', { article: articleLabel(words, after) })}
        </Button>
      </Between>
    );
  };

  // A form whose article has gone keeps what was typed, under the text.
  const orphans = Object.values(articles.forms).filter(({ was }) => was !== null && !places.has(was));
  const rest = homeless(text, book);
  return (
    <PolicyDocument text={text} book={book} draw={draw} between={between}>
      {orphans.map((open) => (
        <Box key={open.was} paddingTop={5}>
          {form(open, null)}
        </Box>
      ))}
      {rest.length > 0 && (
        <Box background="neutral100" hasRadius padding={4} marginTop={6}>
          <Typography variant="sigma" textColor="neutral600" tag="h5">
            {t('policy.edit.homeless')}
          </Typography>
          {rest.map((rule) =>
            line({ key: rule.key, article: last, kind: rule.kind, set: null, default: rule.default })
          )}
        </Box>
      )}
      {removing && (
        <Dialog.Root open onOpenChange={(open) => !open && setRemoving(null)}>
          <Dialog.Content onCloseAutoFocus={focusBack}>
            <Dialog.Header>{t('policy.edit.remove', { article: articleLabel(words, removing.number) })}</Dialog.Header>
            <Dialog.Body>{t('policy.edit.removeHow')}</Dialog.Body>
            <Dialog.Footer>
              <Dialog.Cancel>
                <Button variant="tertiary" fullWidth>
                  {t('form.back')}
                </Button>
              </Dialog.Cancel>
              <Dialog.Action>
                <Button variant="danger-light" fullWidth onClick={() => void remove(removing)}>
                  {t('policy.edit.removeDo')}
                </Button>
              </Dialog.Action>
            </Dialog.Footer>
          </Dialog.Content>
        </Dialog.Root>
      )}
    </PolicyDocument>
  );
}
