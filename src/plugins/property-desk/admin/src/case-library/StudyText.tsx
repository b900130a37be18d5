import { Box, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { CaseStudyField, Suspect } from '../../../contracts';
import { useWords } from '../kernel/words';
import { piecesOf } from './pieces';

const Marked = styled.mark<{ $listed: boolean }>`
  background: ${({ theme, $listed }) => ($listed ? theme.colors.danger200 : theme.colors.warning200)};
  border-bottom: 2px solid ${({ theme, $listed }) => ($listed ? theme.colors.danger600 : theme.colors.warning600)};
  color: inherit;
  border-radius: 2px;
  scroll-margin: 12rem;
`;

/** Where a suspect stands on the page. */
export const anchorOf = (index: number): string => `suspect-${index}`;

/** A text with what must be looked at marked in it. */
export function Suspicious({ text, field, suspects }: { text: string; field: CaseStudyField; suspects: Suspect[] }) {
  const { t } = useWords();
  return (
    <>
      {piecesOf(text, field, suspects).map((piece, index) => {
        const suspect = piece.suspect === null ? null : suspects[piece.suspect];
        if (!suspect || piece.suspect === null) return piece.text;
        const kind = t(`case-study.identifier.${suspect.kind}`);
        return (
          <Marked
            key={index}
            id={anchorOf(piece.suspect)}
            tabIndex={-1}
            $listed={suspect.listed}
            title={t(suspect.listed ? 'library.isIdentifier' : 'library.looksLike', { kind })}
          >
            {piece.text}
          </Marked>
        );
      })}
    </>
  );
}

const Prose = styled(Typography)`
  display: block;
  max-width: 44em;
  font-size: 1.6rem;
  line-height: 1.9;
  white-space: pre-line;
  overflow-wrap: anywhere;
`;

/** One part of the article: its heading and its text; the lesson stands out. */
export function StudyText({ name, text, suspects }: { name: CaseStudyField; text: string; suspects: Suspect[] }) {
  const { t } = useWords();
  const lesson = name === 'lesson';
  return (
    <Box
      tag="section"
      aria-labelledby={`study-${name}`}
      {...(lesson ? { background: 'primary100', hasRadius: true, padding: 5 } : {})}
    >
      <Typography
        id={`study-${name}`}
        variant="delta"
        fontWeight="bold"
        tag="h3"
        textColor={lesson ? 'primary700' : 'neutral800'}
        paddingBottom={2}
      >
        {t(`library.part.${name}`)}
      </Typography>
      <Prose tag="p">
        <Suspicious text={text} field={name} suspects={suspects} />
      </Prose>
    </Box>
  );
}
