import type { CaseDetail } from '../../../contracts';
import CasePage from '../case-panel/CasePage';
import { Beside } from './Beside';

const beside = (detail: CaseDetail, refresh: () => void) => <Beside detail={detail} onChanged={refresh} />;

/** 账号绑定: one request, what it claims beside what the archive says, and the decision, which is taken beside the archive. */
export default function BindingPage() {
  return <CasePage plural="bindings" back="bindings" about={beside} wholly without={['approve']} />;
}
