import { Flex, Typography } from '@strapi/design-system';
import { Eye, Pencil } from '@strapi/icons';
import type { PresentPerson } from '../../../../contracts';
import { useWords } from '../words';
import { usePresent } from './live';

function Line({ people, doing }: { people: PresentPerson[]; doing: PresentPerson['doing'] }) {
  const { t } = useWords();
  const names = people.filter((each) => each.doing === doing).map(({ name }) => name);
  if (names.length === 0) return null;
  const Icon = doing === 'acting' ? Pencil : Eye;
  return (
    <Flex gap={1} tag="span">
      <Icon width="1.4rem" height="1.4rem" fill={doing === 'acting' ? 'warning600' : 'neutral500'} aria-hidden />
      <Typography variant="pi" textColor={doing === 'acting' ? 'warning700' : 'neutral600'}>
        {t(`live.${doing}`, { names: names.join(t('form.comma')) })}
      </Typography>
    </Flex>
  );
}

/**
 * Who else has this case open, and who is filling something in; nothing where one is alone with it.
 * @param spoken read out as it changes: on the case itself, not on every line of a list
 */
export function PresentNote({ documentId, spoken = false }: { documentId: string; spoken?: boolean }) {
  const people = usePresent(documentId);
  if (people.length === 0 && !spoken) return null;
  return (
    <Flex gap={3} wrap="wrap" role={spoken ? 'status' : undefined} data-testid="present">
      <Line people={people} doing="acting" />
      <Line people={people} doing="viewing" />
    </Flex>
  );
}
