import { Flex, Link, Radio, Typography } from '@strapi/design-system';
import { useAuth } from '@strapi/strapi/admin';
import { useHref } from 'react-router-dom';
import { CaseLink } from '../kernel/case/CaseLink';
import { listLink, uidOf } from '../kernel/case/links';
import { useWords } from '../kernel/words';
import type { Caller } from './caller';
import { Notice } from '../kernel/Notice';
import { rightOf } from '../permissions';

interface CallerCardProps {
  caller: Caller;
  /** They will not be named: then nothing on the form says who they are. */
  nameless: boolean;
  reporterName: unknown;
  onReporter: (name: string) => void;
}

/** The household's file in a tab of its own: the form beside it is not finished. */
function FileLink({ documentId }: { documentId: string }) {
  const { t } = useWords();
  const may = useAuth('FileLink', ({ permissions }) => permissions).some(
    ({ action }) => action === rightOf('household.read')
  );
  const href = useHref(`${listLink('households')}/${documentId}`);
  if (!may) return null;
  return (
    <Link href={href} isExternal>
      {t('intake.openFile')}
    </Link>
  );
}

/** Whom the form is for, who of the household is speaking, and what is already open for them. */
export function CallerCard({ caller, nameless, reporterName, onReporter }: CallerCardProps) {
  const words = useWords();
  const { t } = words;
  const { household, community } = caller;
  const openCases = household?.openCases ?? [];

  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Flex gap={3} wrap="wrap" alignItems="baseline">
        <Typography variant="beta" tag="h2">
          {nameless ? t('intake.nameless') : (household?.name ?? t('intake.publicPlace'))}
        </Typography>
        <Typography textColor="neutral600">{community.name}</Typography>
        {!nameless && household && <FileLink documentId={household.documentId} />}
      </Flex>
      {!nameless && household && household.residents.length > 0 && (
        <Radio.Group
          value={typeof reporterName === 'string' ? reporterName : ''}
          onValueChange={onReporter}
          aria-label={t('intake.speaking')}
        >
          <Flex gap={4} wrap="wrap">
            {household.residents.map(({ documentId, name, kind, telephone }) => (
              <Radio.Item key={documentId} value={name}>
                {[name, words.first([`resident.kind.${kind}`], ''), telephone].filter(Boolean).join(' ')}
              </Radio.Item>
            ))}
          </Flex>
        </Radio.Group>
      )}
      {nameless && household && (
        <Typography variant="pi" textColor="neutral600">
          {t('intake.namelessHow')}
        </Typography>
      )}
      {openCases.length > 0 && (
        <Notice variant="warning" title={t('intake.alreadyOpen', { count: openCases.length })}>
          <Flex tag="span" role="list" direction="column" alignItems="flex-start">
            {openCases.map((item) => (
              <span role="listitem" key={item.documentId}>
                <CaseLink {...item} uid={uidOf(item.type)} />
              </span>
            ))}
          </Flex>
        </Notice>
      )}
    </Flex>
  );
}
