import type { StrapiApp } from '@strapi/strapi/admin';
import { Headphones } from '@strapi/icons';
import { WORDS, type Locale } from '../../contracts';
import { CaseSidePanel } from './case-panel';
import { COLUMNS_HOOK, sayColumns } from './columns';
import { HandOverSidePanel } from './handover';
import { DESK_READ } from './permissions';
import { PAGES, PLUGIN_ID } from './pluginId';
import { WIDGETS } from './widgets';

const prefixed = (words: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(words).map(([key, word]) => [`${PLUGIN_ID}.${key}`, word]));

/** What the plugin brings into Strapi's panel. */
const plugin = {
  register(app: StrapiApp) {
    app.addMenuLink({
      to: PAGES.slice(1),
      icon: Headphones,
      intlLabel: { id: `${PLUGIN_ID}.nav.title`, defaultMessage: 'Property Desk' },
      permissions: DESK_READ.map((permission) => ({ ...permission, subject: null })),
      position: -1,
      Component: () => import('./App'),
    });
    // Before Strapi's own: the office's day comes before what was edited last.
    app.widgets.register((others) => [...WIDGETS, ...others]);
    app.registerPlugin({ id: PLUGIN_ID, name: PLUGIN_ID });
  },

  bootstrap(app: Pick<StrapiApp, 'getPlugin' | 'registerHook'>) {
    const { apis } = app.getPlugin('content-manager');
    const addPanel = apis.addEditViewSidePanel as (change: (panels: unknown[]) => unknown[]) => void;
    // First: on a case, its next step matters more than Strapi's own Save.
    addPanel((panels) => [CaseSidePanel, ...panels, HandOverSidePanel]);
    app.registerHook(COLUMNS_HOOK, sayColumns);
  },

  async registerTrads({ locales }: { locales: string[] }) {
    return Promise.all(
      locales.map(async (locale) => {
        if (!(locale in WORDS)) return { locale, data: {} };
        const own = (await (locale === 'zh-Hans'
          ? import('./translations/zh-Hans.json')
          : import('./translations/en.json'))) as { default: Record<string, string> };
        const { default: labels } = (await (locale === 'zh-Hans'
          ? import('./translations/content-manager.zh-Hans.json')
          : import('./translations/content-manager.en.json'))) as { default: Record<string, string> };
        return { locale, data: { ...prefixed(WORDS[locale as Locale]), ...prefixed(own.default), ...labels } };
      })
    );
  },
};

export default plugin;
