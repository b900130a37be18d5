import * as React from 'react';
import { Box, Flex, Loader, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import { useDeskApi } from '../../kernel/api';
import { readFailure, whyOf } from '../../kernel/failure';
import { useDebounced } from '../../kernel/useDebounced';
import { useWords } from '../../kernel/words';
import { drawSheets } from './sheets';

const REST_MS = 900;
/** The width of A4 in CSS pixels. */
const A4_PX = 793.7;

const Desk = styled(Box)`
  position: relative;
  overflow: hidden auto;
  max-height: calc(100vh - 16rem);
`;

/** Laid out at its natural size, where nobody sees it. */
const Strip = styled.div`
  position: fixed;
  top: 0;
  left: -10000px;
  width: ${A4_PX}px;
  visibility: hidden;
`;

/** Paper is white and ink black, also in a dark panel. */
const Sheets = styled.div<{ $scale: number }>`
  width: ${A4_PX}px;
  transform: scale(${({ $scale }) => $scale});
  transform-origin: top left;
  section {
    background: #fff;
    color: #000;
    box-shadow: 0 1px 6px rgb(0 0 0 / 25%);
    margin-bottom: 20px;
  }
`;

interface PreviewProps {
  /** What `POST /notices/preview` takes; null while there is too little for a page. */
  input: Record<string, unknown> | null;
  /** The Word file that is shown, for printing. */
  onFile?: (file: Blob | null) => void;
}

/** How it will look on paper, page by page, drawn anew when the words have rested. */
export default function Preview({ input, onFile }: PreviewProps) {
  const { t } = useWords();
  const api = useDeskApi();
  const wanted = useDebounced(input === null ? null : JSON.stringify(input), REST_MS);
  const [pages, setPages] = React.useState<number | null>(null);
  const [busy, setBusy] = React.useState(false);
  const [trouble, setTrouble] = React.useState<string | null>(null);
  const [size, setSize] = React.useState({ scale: 0.5, height: 0 });
  const [desk, strip, styles, sheets] = [
    React.useRef<HTMLDivElement>(null),
    React.useRef<HTMLDivElement>(null),
    React.useRef<HTMLDivElement>(null),
    React.useRef<HTMLDivElement>(null),
  ];
  const told = React.useRef(onFile);
  told.current = onFile;
  const turn = React.useRef(0);

  React.useEffect(() => {
    if (wanted === null) return;
    const mine = ++turn.current;
    setBusy(true);
    const draw = async () => {
      const file = await api.previewNotice(JSON.parse(wanted) as Record<string, unknown>);
      if (mine !== turn.current || !strip.current || !styles.current) return;
      const drawn = await drawSheets(file, strip.current, styles.current);
      if (mine !== turn.current) return;
      sheets.current?.replaceChildren(...drawn);
      setPages(drawn.length);
      setTrouble(null);
      told.current?.(file);
    };
    draw()
      .catch((error: unknown) => {
        const read = readFailure(error);
        if (mine !== turn.current || read.kind === 'aborted') return;
        setTrouble(whyOf(read, t));
      })
      .finally(() => mine === turn.current && setBusy(false));
    return () => {
      turn.current += 1;
    };
    // The refs stay; only other words are drawn anew.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [api, wanted]);

  React.useEffect(() => {
    if (!desk.current || !sheets.current) return;
    const fit = () => {
      const scale = Math.min(1, (desk.current?.clientWidth ?? A4_PX) / A4_PX);
      setSize({ scale, height: (sheets.current?.scrollHeight ?? 0) * scale });
    };
    fit();
    const watch = new ResizeObserver(fit);
    watch.observe(desk.current);
    watch.observe(sheets.current);
    return () => watch.disconnect();
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  return (
    <Box tag="section" aria-label={t('preview.title')} data-testid="preview">
      <Flex justifyContent="space-between" gap={3} paddingBottom={3} minHeight="3.2rem">
        <Typography variant="sigma" tag="h2" textColor="neutral600">
          {t('preview.title')}
        </Typography>
        <Flex gap={2} role="status">
          {busy && <Loader small>{t('preview.drawing')}</Loader>}
          {pages !== null && <Typography variant="pi">{t('preview.pages', { pages })}</Typography>}
        </Flex>
      </Flex>
      {trouble && (
        <Typography tag="p" variant="pi" textColor="danger700" paddingBottom={3} role="alert">
          {t('preview.failed', { why: trouble })}
        </Typography>
      )}
      {pages === null && !trouble && (
        <Box background="neutral150" hasRadius padding={6}>
          <Typography textColor="neutral600">{t(input === null ? 'preview.tooLittle' : 'preview.drawing')}</Typography>
        </Box>
      )}
      <Desk ref={desk} role="group" tabIndex={pages === null ? undefined : 0} aria-label={t('preview.title')}>
        <Box style={{ height: size.height }}>
          <Sheets ref={sheets} $scale={size.scale} />
        </Box>
      </Desk>
      <div ref={styles} hidden />
      <Strip ref={strip} aria-hidden />
    </Box>
  );
}
