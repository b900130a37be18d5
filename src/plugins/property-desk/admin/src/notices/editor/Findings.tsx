import { Box, Flex, Typography } from '@strapi/design-system';
import { CheckCircle, WarningCircle } from '@strapi/icons';
import type { NoticeFinding } from '../../../../contracts';
import { useWords } from '../../kernel/words';

interface FindingsProps {
  findings: NoticeFinding[] | null;
  blanks?: string[];
  /** Says nothing where nothing was found. */
  quiet?: boolean;
}

/** What may not go out as it stands: which words, and why; and the blanks that nobody has filled in. */
export function Findings({ findings, blanks = [], quiet = false }: FindingsProps) {
  const { t } = useWords();
  const found = findings ?? [];
  const clean = found.length === 0 && blanks.length === 0;
  if (clean && (quiet || findings === null)) return null;
  return (
    <Box
      role="status"
      aria-label={t('findings.title')}
      background={found.length > 0 ? 'danger100' : clean ? 'success100' : 'warning100'}
      hasRadius
      padding={4}
      data-testid="findings"
    >
      {clean && (
        <Flex gap={2}>
          <CheckCircle fill="success600" aria-hidden />
          <Typography textColor="success700">{t('findings.clean')}</Typography>
        </Flex>
      )}
      {found.length > 0 && (
        <Flex gap={2} paddingBottom={2}>
          <WarningCircle fill="danger600" aria-hidden />
          <Typography fontWeight="bold" textColor="danger700">
            {t('findings.found', { count: found.length })}
          </Typography>
        </Flex>
      )}
      <Box tag="ul" style={{ listStyle: 'none' }}>
        {found.map(({ field, rule, words, why }, index) => (
          <Box tag="li" key={`${rule}${index}`} paddingBottom={2}>
            <Typography fontWeight="semiBold" textColor="danger700" tag="mark" style={{ background: 'none' }}>
              {t('findings.words', { words, where: t(`notices.field.${field}`) })}
            </Typography>
            <Typography tag="div" variant="pi" textColor="neutral800">
              {why}
            </Typography>
          </Box>
        ))}
        {blanks.length > 0 && (
          <Box tag="li">
            <Typography textColor="warning700">
              {t('findings.blanks', { count: blanks.length, blanks: blanks.join(t('form.listComma')) })}
            </Typography>
          </Box>
        )}
      </Box>
    </Box>
  );
}
