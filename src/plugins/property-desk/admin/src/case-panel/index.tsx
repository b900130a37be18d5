import * as React from 'react';
import { useIntl } from 'react-intl';
import { PLURALS } from '../kernel/case/links';

const CasePanel = React.lazy(() => import('./CasePanel').then((module) => ({ default: module.CasePanel })));

interface PanelProps {
  model: string;
  documentId?: string;
}

/** The Content Manager's side panel for cases; other records have none. */
export function CaseSidePanel({ model, documentId }: PanelProps) {
  const { formatMessage } = useIntl();
  const plural = PLURALS[model];
  if (!plural || !documentId) return null;
  return {
    title: formatMessage({ id: 'property-desk.case.panel', defaultMessage: 'Case' }),
    content: (
      <React.Suspense fallback={null}>
        <CasePanel uid={model} plural={plural} documentId={documentId} />
      </React.Suspense>
    ),
  };
}
