import { Page } from '@strapi/strapi/admin';
import { useNavigate } from 'react-router-dom';
import { useOfficeTime } from '../kernel/clock/useOfficeTime';
import { listLink } from '../kernel/case/links';
import { NOTICE_DRAFT } from '../permissions';
import { Editor } from './editor/Editor';

function NewNotice() {
  useOfficeTime();
  const navigate = useNavigate();
  return <Editor notice={null} onLeft={() => navigate(listLink('notices'))} />;
}

/** An empty sheet. */
export default function NewNoticePage() {
  return (
    <Page.Protect permissions={NOTICE_DRAFT}>
      <NewNotice />
    </Page.Protect>
  );
}
