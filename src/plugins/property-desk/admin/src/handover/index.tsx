import * as React from 'react';
import { useIntl } from 'react-intl';
import { useMay } from '../kernel/rights';

const HandOver = React.lazy(() => import('./HandOver').then((module) => ({ default: module.HandOver })));

const STAFF_UID = 'plugin::property-desk.staff-member';

interface PanelProps {
  model: string;
  documentId?: string;
  document?: { name?: string; active?: boolean };
}

/** The Content Manager's side panel for a staff member: hands their work over before they leave. */
export function HandOverSidePanel({ model, documentId, document }: PanelProps) {
  const { formatMessage } = useIntl();
  const may = useMay('staff.hand-over');
  if (model !== STAFF_UID || !documentId || !document || !may) return null;
  return {
    title: formatMessage({ id: 'property-desk.handover.title', defaultMessage: 'Hand over' }),
    content: (
      <React.Suspense fallback={null}>
        <HandOver
          key={documentId}
          documentId={documentId}
          name={document.name ?? ''}
          active={document.active !== false}
        />
      </React.Suspense>
    ),
  };
}
