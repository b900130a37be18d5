import type { StrapiApp } from '@strapi/strapi/admin';
import { LETTERHEAD_READ, NOTICE_READ, POLICY_READ, SETTINGS_READ } from '../permissions';
import { PLUGIN_ID } from '../pluginId';

type Load = () => Promise<{ default: React.ComponentType }>;

const PAGES: { id: string; load: Load; permissions?: { action: string; subject: null }[] }[] = [
  { id: 'overview', load: () => import('./OverviewPage') },
  { id: 'communities', load: () => import('./CommunitiesPage') },
  { id: 'posts', load: () => import('./PostsPage') },
  { id: 'staff', load: () => import('./StaffPage') },
  { id: 'categories', load: () => import('./CategoriesPage') },
  { id: 'rules', load: () => import('./RulesPage'), permissions: POLICY_READ },
  { id: 'channels', load: () => import('./ChannelsPage') },
  { id: 'templates', load: () => import('./TemplatesPage'), permissions: NOTICE_READ },
  { id: 'letterheads', load: () => import('./LetterheadsSetting'), permissions: LETTERHEAD_READ },
];

/** Puts 物业客服台 into Strapi's Settings, where people look for what is set up; each page is loaded when it is opened. */
export const addSettings = (app: Pick<StrapiApp, 'addSettingsLink'>): void =>
  app.addSettingsLink(
    { id: PLUGIN_ID, intlLabel: { id: `${PLUGIN_ID}.nav.title`, defaultMessage: 'Property Desk' } },
    PAGES.map(({ id, load, permissions = SETTINGS_READ }) => ({
      id: `${PLUGIN_ID}-${id}`,
      to: `${PLUGIN_ID}/${id}`,
      intlLabel: { id: `${PLUGIN_ID}.settings.${id}.title`, defaultMessage: id },
      permissions: permissions.map((permission) => ({ ...permission, subject: null })),
      Component: load,
    })) as unknown as Parameters<StrapiApp['addSettingsLink']>[1]
  );
