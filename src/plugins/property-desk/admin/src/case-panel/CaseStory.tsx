import type * as React from 'react';
import { Flex } from '@strapi/design-system';
import type { CaseDetail, Ref } from '../../../contracts';
import { HouseholdAside } from '../households/HouseholdAside';
import { Section } from '../households/Section';
import { Timeline } from '../kernel/case/Timeline';
import { useWords } from '../kernel/words';
import { DataRequestCard } from '../privacy/DataRequestCard';
import { CaseFiles } from './CaseFiles';
import { ComplaintCard } from './complaint/ComplaintCard';
import { Facts } from './Facts';
import { Related } from './Related';
import { useMay } from '../kernel/rights';

interface CaseStoryProps {
  detail: CaseDetail;
  onChanged: () => void;
}

const ofItsOwn: Record<string, React.ComponentType<{ detail: CaseDetail }>> = {
  complaint: ComplaintCard,
  'data-request': DataRequestCard,
};

/** What the case is about: its facts, and what its type has besides. */
export function CaseAbout({ detail }: { detail: CaseDetail }) {
  const { t } = useWords();
  const Own = ofItsOwn[detail.case.type];
  return (
    <>
      <Section title={t('case.facts')}>
        <Facts detail={detail} />
      </Section>
      {Own && (
        <Section title={t(`case.${detail.case.type}`)}>
          <Flex direction="column" alignItems="stretch" gap={4}>
            <Own detail={detail} />
          </Flex>
        </Section>
      )}
    </>
  );
}

/** What goes with the case: the household, its files, the cases it belongs to, and how it came to this. */
export function CaseStory({ detail, onChanged }: CaseStoryProps) {
  const { t } = useWords();
  const reads = useMay('household.read');
  const home = detail.fields.household as Ref | null | undefined;
  const mayAttach = detail.actions.some(({ name, allowed }) => name === 'attach' && allowed);
  return (
    <>
      {(mayAttach || detail.files.length > 0) && (
        <Section title={t('files.title')}>
          <CaseFiles detail={detail} mayAdd={mayAttach} onChanged={onChanged} />
        </Section>
      )}
      <Related detail={detail} />
      <Section title={t('timeline.title')}>
        <Timeline detail={detail} policies={detail.policies} />
      </Section>
      {home && reads && (
        <Section title={t('case.home')}>
          <HouseholdAside documentId={home.documentId} besides={detail.case.documentId} />
        </Section>
      )}
    </>
  );
}
