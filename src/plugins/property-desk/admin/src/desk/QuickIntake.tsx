import * as React from 'react';
import { Box, Button, Flex, TextInput } from '@strapi/design-system';
import { Phone } from '@strapi/icons';
import { useNavigate } from 'react-router-dom';
import { INTAKE } from '../kernel/case/links';
import { useWords } from '../kernel/words';

/** Who is calling, typed as the telephone rings: the intake page goes on with it. A telephone never stands in an address. */
export function QuickIntake() {
  const { t } = useWords();
  const navigate = useNavigate();
  const [text, setText] = React.useState('');
  return (
    <Box
      tag="form"
      background="neutral0"
      hasRadius
      shadow="tableShadow"
      padding={4}
      onSubmit={(event: React.FormEvent) => {
        event.preventDefault();
        navigate(INTAKE, { state: { query: text.trim() } });
      }}
    >
      <Flex gap={2} wrap="wrap">
        <Box flex="1 1 26rem">
          <TextInput
            name="caller"
            size="M"
            autoComplete="off"
            aria-label={t('desk.quick')}
            placeholder={t('desk.quick.placeholder')}
            value={text}
            onChange={(event: React.ChangeEvent<HTMLInputElement>) => setText(event.target.value)}
          />
        </Box>
        <Button type="submit" size="L" startIcon={<Phone />}>
          {t('desk.quick')}
        </Button>
      </Flex>
    </Box>
  );
}
