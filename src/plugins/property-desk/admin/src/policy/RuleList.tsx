import { Box, Flex, Typography } from '@strapi/design-system';
import { Clock } from '@strapi/icons';
import type { PolicyRule } from '../../../contracts';
import { useWords } from '../kernel/words';
import { useRuleWords, type Rulebook } from './usePolicy';

/** The rules that an article sets, as one says them. */
export function RuleList({ rules, book }: { rules: PolicyRule[]; book: Rulebook }) {
  const { t } = useWords();
  const say = useRuleWords(book);
  if (rules.length === 0) return null;
  return (
    <Box tag="aside" aria-label={t('policy.rules')} background="neutral100" hasRadius padding={3} marginTop={3}>
      <Flex tag="dl" direction="column" alignItems="stretch" gap={1}>
        {rules.map(({ key, value }) => (
          <Flex key={key} gap={3} justifyContent="space-between" alignItems="baseline" data-rule={key}>
            <Flex tag="dt" gap={2} alignItems="baseline">
              <Clock width="1.2rem" height="1.2rem" fill="neutral500" aria-hidden />
              <Typography variant="pi" textColor="neutral700">
                {say.name(key)}
              </Typography>
            </Flex>
            <Typography tag="dd" variant="pi" fontWeight="bold" textColor="neutral800" style={{ whiteSpace: 'nowrap' }}>
              {say.value(key, value)}
            </Typography>
          </Flex>
        ))}
      </Flex>
    </Box>
  );
}
