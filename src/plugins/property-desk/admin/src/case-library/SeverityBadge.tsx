import { Badge } from '@strapi/design-system';
import type { Severity } from '../../../contracts';
import { useWords } from '../kernel/words';

const LOOK = { general: 'neutral', major: 'warning', urgent: 'danger' } as const;

/** How grave the complaint was, in words. */
export function SeverityBadge({ severity }: { severity: Severity | null }) {
  const { t } = useWords();
  return severity && <Badge variant={LOOK[severity]}>{t(`case-study.severity.${severity}`)}</Badge>;
}
