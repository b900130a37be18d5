import * as React from 'react';
import { Box, Flex, Link, Typography } from '@strapi/design-system';
import { ArrowLeft } from '@strapi/icons';
import { Layouts, Page } from '@strapi/strapi/admin';
import { NavLink, useParams } from 'react-router-dom';
import { createGlobalStyle } from 'styled-components';
import { FILE_PARTS, type FileForms, type HouseholdFile } from '../../../contracts';
import { listLink } from '../kernel/case/links';
import { Timeline } from '../kernel/case/Timeline';
import { useTicker } from '../kernel/clock/ticker';
import { useHouseholdApi } from '../kernel/householdApi';
import { usePolled } from '../kernel/usePolled';
import { useWords } from '../kernel/words';
import { FailureNote } from '../kernel/FailureNote';
import { HOUSEHOLD_READ } from '../permissions';
import { Around } from './Around';
import { FileActions } from './FileActions';
import { FileHead } from './FileHead';
import { Owners } from './Owners';
import { Part } from './Part';
import { Section } from './Section';

/** On paper stands the file alone: no navigation, no buttons, and no section torn where it need not be. */
const OnPaper = createGlobalStyle`
  @media print {
    nav, header button, [data-screen-only] { display: none !important; }
    body, main { background: #fff !important; color: #000 !important; }
    main { overflow: visible !important; }
    section { break-inside: avoid; box-shadow: none !important; }
  }
`;

/** Reads a file when it is asked for: each look stands on the access log, so nothing is read by itself. */
function useFile(documentId: string) {
  const api = useHouseholdApi();
  const ticker = useTicker();
  const load = React.useCallback(async () => {
    const [file, forms] = await Promise.all([api.file(documentId), api.forms()]);
    ticker.sync({ timeZone: file.timeZone });
    return { file, forms };
  }, [api, ticker, documentId]);
  return usePolled<{ file: HouseholdFile; forms: FileForms }>(load, null);
}

function Sheet({ file, forms, refresh }: { file: HouseholdFile; forms: FileForms; refresh: () => void }) {
  const { t } = useWords();
  return (
    <Flex direction="column" alignItems="stretch" gap={4} maxWidth="112rem">
      <FileHead file={file} form={forms.facts} onChanged={refresh} />
      {FILE_PARTS.map((name) => (
        <Part key={name} name={name} file={file} forms={forms.parts[name]} onChanged={refresh} />
      ))}
      <Owners file={file} />
      <Around file={file} />
      <Section title={t('household.story')}>
        {file.timeline.length === 0 && <Typography textColor="neutral600">{t('household.none')}</Typography>}
        <Timeline
          detail={{ case: { type: 'household' }, fields: {}, obligations: [], timeline: file.timeline }}
          parts={FILE_PARTS}
        />
      </Section>
    </Flex>
  );
}

function FileOf({ documentId }: { documentId: string }) {
  const { t } = useWords();
  const { data, failure, refresh } = useFile(documentId);
  const again = React.useCallback(() => void refresh(), [refresh]);
  const file = data?.file;
  return (
    <Page.Main>
      <OnPaper />
      <Page.Title>{file?.name ?? t('households.title')}</Page.Title>
      <Layouts.Header
        title={file ? `${file.community.name} ${file.name}` : t('households.title')}
        subtitle={file?.fileNumber ? t('household.number', { number: file.fileNumber }) : undefined}
        navigationAction={
          <Link tag={NavLink} to={listLink('households')} startIcon={<ArrowLeft />}>
            {t('households.back')}
          </Link>
        }
        primaryAction={file && <FileActions file={file} onChanged={again} />}
      />
      <Layouts.Content>
        {failure && (
          <Box paddingBottom={4}>
            <FailureNote failure={failure} stale={data !== null} onAgain={again} />
          </Box>
        )}
        {!data && !failure && <Page.Loading />}
        {data && <Sheet file={data.file} forms={data.forms} refresh={again} />}
      </Layouts.Content>
    </Page.Main>
  );
}

/** One household, one file, on one page. */
export default function HouseholdPage() {
  const { documentId = '' } = useParams();
  return (
    <Page.Protect permissions={HOUSEHOLD_READ}>
      <FileOf key={documentId} documentId={documentId} />
    </Page.Protect>
  );
}
