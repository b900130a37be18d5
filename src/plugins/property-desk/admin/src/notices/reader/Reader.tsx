import * as React from 'react';
import { Box, Flex, Typography } from '@strapi/design-system';
import { useNavigate } from 'react-router-dom';
import { styled } from 'styled-components';
import type { NoticeDetail } from '../../../../contracts';
import { CasePanelContent } from '../../case-panel/CasePanel';
import { useCase } from '../../case-panel/useCase';
import { BlocksText } from '../../kernel/blocks/BlocksText';
import { useWords } from '../../kernel/words';
import { noticeLink } from '../NoticeTable';
import { NoticeFacts } from './NoticeFacts';
import { Postings } from './Postings';
import { Reach } from './Reach';
import { useMay } from '../../kernel/rights';

const Spread = styled(Box)`
  display: grid;
  grid-template-columns: minmax(0, 1fr) 34rem;
  gap: 2.4rem;
  align-items: start;
  @media (max-width: 1080px) {
    grid-template-columns: minmax(0, 1fr);
  }
`;

function Card({ title, id, children }: { title: string; id?: string; children: React.ReactNode }) {
  return (
    <Box tag="section" id={id} aria-label={title} background="neutral0" hasRadius shadow="tableShadow" padding={6}>
      <Typography variant="delta" tag="h2" paddingBottom={4}>
        {title}
      </Typography>
      {children}
    </Box>
  );
}

const OUT = new Set(['published', 'withdrawn', 'expired']);

/** A notice that is no draft: its text as it was approved, its facts, whom it reached, and the next steps beside it. */
export function Reader({ notice, onChanged }: { notice: NoticeDetail; onChanged: () => void }) {
  const { t } = useWords();
  const navigate = useNavigate();
  const found = useCase('notices', notice.documentId);
  const records = useMay('notice.record-posting');
  const out = OUT.has(notice.state);
  // Somebody else moved it on meanwhile: the text and the facts follow.
  const revision = found.detail?.case.revision;
  const seen = React.useRef(notice.revision);
  seen.current = notice.revision;
  React.useEffect(() => {
    if (revision !== undefined && revision !== seen.current) onChanged();
  }, [revision, onChanged]);

  return (
    <Spread>
      <Flex direction="column" alignItems="stretch" gap={5}>
        <Box tag="article" background="neutral0" hasRadius shadow="tableShadow" padding={{ initial: 5, medium: 8 }}>
          <Typography variant="alpha" tag="h2" textAlign="center" lineHeight={1.4} paddingBottom={6}>
            {notice.title}
          </Typography>
          <BlocksText value={notice.body} />
          {notice.issuer && (
            <Typography tag="p" textAlign="right" paddingTop={6}>
              {notice.issuer}
            </Typography>
          )}
        </Box>
        <Card title={t('notices.facts')}>
          <NoticeFacts notice={notice} />
        </Card>
        {out && notice.channels.includes('board') && (
          <Card title={t('notices.postings')} id="postings">
            <Postings
              documentId={notice.documentId}
              records={records && notice.state === 'published'}
              onChanged={() => void found.refresh()}
            />
          </Card>
        )}
        {out && (
          <Card title={t('notices.reach')}>
            <Reach documentId={notice.documentId} />
          </Card>
        )}
      </Flex>
      <Box tag="aside" aria-label={t('case.panel')} background="neutral0" hasRadius shadow="tableShadow" padding={4}>
        <CasePanelContent
          keys
          found={found}
          onChanged={onChanged}
          onResult={(_action, { once }) => {
            // A correction starts a draft: the next thing to write.
            if (once?.notice) navigate(noticeLink(once.notice));
          }}
        />
      </Box>
    </Spread>
  );
}
