import { Button, Flex, LinkButton, Typography } from '@strapi/design-system';
import { Pencil, Plus } from '@strapi/icons';
import { NavLink } from 'react-router-dom';
import type { BuildingSetting, CommunitySetting } from '../../../contracts';
import { listLink } from '../kernel/case/links';
import { useWords } from '../kernel/words';
import { Card } from './SettingsFrame';

interface CommunityCardProps {
  community: CommunitySetting;
  mayChange: boolean;
  busy: string | null;
  onChange: () => void;
  onAddBuildings: () => void;
  onBuilding: (building: BuildingSetting) => void;
}

/** One community: what stands on its letterhead, its buildings, and how much it holds. */
export function CommunityCard({
  community,
  mayChange,
  busy,
  onChange,
  onAddBuildings,
  onBuilding,
}: CommunityCardProps) {
  const { t } = useWords();
  const { name, companyName, address, telephone, officeHours, buildings, households, staff } = community;
  return (
    <Card
      testId="community"
      title={name}
      facts={[companyName, address, telephone, officeHours].filter(Boolean).join(' · ')}
      actions={
        mayChange && (
          <>
            <Button variant="tertiary" startIcon={<Pencil />} onClick={onChange}>
              {t('settings.change')}
            </Button>
            <Button variant="secondary" startIcon={<Plus />} onClick={onAddBuildings}>
              {t('settings.communities.addBuildings')}
            </Button>
          </>
        )
      }
    >
      <Flex direction="column" alignItems="stretch" gap={3}>
        <Typography variant="pi" textColor="neutral600" tag="p">
          {t('settings.communities.counts', { buildings: buildings.length, households, staff })}
        </Typography>
        {buildings.length === 0 && (
          <Typography textColor="neutral600">{t('settings.communities.noBuildings')}</Typography>
        )}
        <Flex
          gap={2}
          wrap="wrap"
          tag="ul"
          style={{ listStyle: 'none' }}
          aria-label={t('settings.communities.buildings')}
        >
          {buildings.map((building) => (
            <li key={building.documentId}>
              <Button
                size="S"
                variant="tertiary"
                disabled={!mayChange || busy !== null}
                onClick={() => onBuilding(building)}
                title={[
                  building.floors && t('settings.communities.floors', { count: building.floors }),
                  building.units && t('settings.communities.units', { count: building.units }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              >
                {building.name}
              </Button>
            </li>
          ))}
        </Flex>
        {buildings.length > 0 && households === 0 && (
          <Flex>
            <LinkButton tag={NavLink} to={listLink('archive-imports')} variant="secondary" size="S">
              {t('settings.communities.importHouseholds')}
            </LinkButton>
          </Flex>
        )}
      </Flex>
    </Card>
  );
}
