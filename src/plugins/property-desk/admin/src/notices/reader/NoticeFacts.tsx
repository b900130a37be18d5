import { Box, Link, Typography } from '@strapi/design-system';
import type * as React from 'react';
import { NavLink } from 'react-router-dom';
import { styled } from 'styled-components';
import type { NoticeDetail } from '../../../../contracts';
import { shownUrl } from '../../kernel/mediaLibrary';
import { useTimes } from '../../kernel/clock/times';
import { useWords } from '../../kernel/words';
import { listLink } from '../../kernel/case/links';

const Grid = styled.dl`
  display: grid;
  grid-template-columns: repeat(auto-fill, minmax(18rem, 1fr));
  gap: 1.2rem 2.4rem;
`;

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  const { t } = useWords();
  return (
    <Box>
      <Typography variant="pi" textColor="neutral600" tag="dt">
        {t(`notices.fact.${name}`)}
      </Typography>
      <Typography tag="dd" style={{ overflowWrap: 'anywhere' }}>
        {children}
      </Typography>
    </Box>
  );
}

/** To whom, how, when and by whom. */
export function NoticeFacts({ notice }: { notice: NoticeDetail }) {
  const { t } = useWords();
  const { full } = useTimes();
  const comma = t('form.listComma');
  const buildings = notice.buildings.map(({ name }) => name).join(comma);
  const related = { supersedes: notice.supersedes, supersededBy: notice.supersededBy };
  return (
    <Grid>
      {notice.number && <Fact name="number">{notice.number}</Fact>}
      <Fact name="kind">{t(`notice.kind.${notice.kind}`)}</Fact>
      <Fact name="audience">
        {notice.community.name} · {buildings || t('notices.everywhere')}
      </Fact>
      <Fact name="channels">{notice.channels.map((channel) => t(`notice.channel.${channel}`)).join(comma)}</Fact>
      {notice.issuer && <Fact name="issuer">{notice.issuer}</Fact>}
      {notice.author && <Fact name="author">{notice.author.name}</Fact>}
      {notice.approver && <Fact name="approver">{notice.approver.name}</Fact>}
      {notice.issuedAt ? (
        <Fact name="issuedAt">{full(notice.issuedAt)}</Fact>
      ) : (
        notice.publishAt && <Fact name="publishAt">{full(notice.publishAt)}</Fact>
      )}
      {notice.expiresAt && <Fact name="expiresAt">{full(notice.expiresAt)}</Fact>}
      {notice.pinned && <Fact name="pinned">{t('form.yes')}</Fact>}
      {notice.withdrawnAt && <Fact name="withdrawnAt">{full(notice.withdrawnAt)}</Fact>}
      {notice.withdrawReason && <Fact name="withdrawReason">{notice.withdrawReason}</Fact>}
      {Object.entries(related).map(
        ([name, other]) =>
          other && (
            <Fact key={name} name={name}>
              <Link tag={NavLink} to={`${listLink('notices')}/${other.documentId}`}>
                {other.name || t('notices.open')}
              </Link>
            </Fact>
          )
      )}
      {notice.attachments.length > 0 && (
        <Fact name="attachments">
          {notice.attachments.map((file) => (
            <Box key={file.documentId}>
              <Link href={shownUrl(file.url)} isExternal>
                {file.name}
              </Link>
            </Box>
          ))}
        </Fact>
      )}
    </Grid>
  );
}
