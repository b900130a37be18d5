import { ChartPie, CheckCircle, Clock } from '@strapi/icons';
import type { WidgetArgs } from '@strapi/strapi/admin';
import { DESK, FIGURES } from '../kernel/case/links';
import { DESK_READ, FIGURES_READ, SETTINGS_READ } from '../permissions';
import { PLUGIN_ID } from '../pluginId';
import { settingsLink } from '../settings/places';

const word = (key: string, defaultMessage: string) => ({ id: `${PLUGIN_ID}.${key}`, defaultMessage });

/** What the plugin shows on Strapi's home page; a widget is offered to whoever has its right, and loaded when it is shown. */
export const WIDGETS: WidgetArgs[] = [
  {
    id: 'desk',
    pluginId: PLUGIN_ID,
    icon: Clock,
    title: word('desk.title', 'My desk'),
    link: { label: word('widget.open', 'Open'), href: DESK },
    permissions: DESK_READ,
    component: async () => (await import('./DeskWidget')).default,
  },
  {
    id: 'today',
    pluginId: PLUGIN_ID,
    icon: ChartPie,
    title: word('widget.today', 'Today'),
    link: { label: word('widget.open', 'Open'), href: FIGURES },
    permissions: [...DESK_READ, ...FIGURES_READ],
    component: async () => (await import('./TodayWidget')).default,
  },
  {
    id: 'first-steps',
    pluginId: PLUGIN_ID,
    icon: CheckCircle,
    title: word('welcome.title', 'First steps'),
    link: { label: word('widget.open', 'Open'), href: settingsLink('overview') },
    permissions: SETTINGS_READ,
    component: async () => (await import('../welcome/FirstStepsWidget')).default,
  },
];
