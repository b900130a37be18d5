import * as React from 'react';
import { Link } from '@strapi/design-system';
import { ArrowLeft } from '@strapi/icons';
import { Layouts, Page } from '@strapi/strapi/admin';
import { NavLink, useParams } from 'react-router-dom';
import { listLink } from '../kernel/case/links';
import { useOfficeTime } from '../kernel/clock/useOfficeTime';
import { useWords } from '../kernel/words';
import { NOTICE_READ } from '../permissions';
import { FailureNote } from '../kernel/FailureNote';
import { Reader } from './reader/Reader';
import { useNotice } from './useNotice';

const Editor = React.lazy(() => import('./editor/Editor').then((module) => ({ default: module.Editor })));

function NoticeOf({ documentId }: { documentId: string }) {
  const { t } = useWords();
  useOfficeTime();
  const { notice, failure, reload } = useNotice(documentId);
  const onChanged = React.useCallback(() => void reload(), [reload]);
  if (notice?.state === 'draft' && notice.editable) {
    return (
      <React.Suspense fallback={<Page.Loading />}>
        <Editor notice={notice} onLeft={onChanged} />
      </React.Suspense>
    );
  }
  return (
    <Page.Main>
      <Page.Title>{notice?.title ?? t('list.title.notices')}</Page.Title>
      <Layouts.Header
        title={notice?.number ?? t('list.title.notices')}
        navigationAction={
          <Link tag={NavLink} to={listLink('notices')} startIcon={<ArrowLeft />}>
            {t('notices.back')}
          </Link>
        }
      />
      <Layouts.Content>
        {failure && <FailureNote failure={failure} stale={notice !== null} onAgain={onChanged} />}
        {!notice && !failure && <Page.Loading />}
        {notice && <Reader notice={notice} onChanged={onChanged} />}
      </Layouts.Content>
    </Page.Main>
  );
}

/** A notice: its editor while it is a draft, afterwards its text with what becomes of it. */
export default function NoticePage() {
  const { documentId = '' } = useParams();
  return (
    <Page.Protect permissions={NOTICE_READ}>
      <NoticeOf key={documentId} documentId={documentId} />
    </Page.Protect>
  );
}
