import type { StrapiApp } from '@strapi/strapi/admin';
import { Headphones } from '@strapi/icons';
import type { Locale } from '../../contracts';
import { CaseSidePanel } from './case-panel';
import { COLUMNS_HOOK, sayColumns } from './columns';
import { HandOverSidePanel } from './handover';
import { DESK_READ } from './permissions';
import { PAGES, PLUGIN_ID } from './pluginId';
import { addSettings } from './settings/section';
import { WIDGETS } from './widgets';

const prefixed = (words: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(words).map(([key, word]) => [`${PLUGIN_ID}.${key}`, word]));

type Words = { default: Record<string, string> };

const together = async (...files: Promise<Words>[]): Promise<Record<string, string>> => {
  const [shared, own, labels] = await Promise.all(files);
  return { ...prefixed(shared!.default), ...prefixed(own!.default), ...labels!.default };
};

/** The words of each language, loaded by whoever speaks it: those that server and panel share, the panel's, the labels. */
const WORDS: Record<Locale, () => Promise<Record<string, string>>> = {
  'zh-Hans': () =>
    together(
      import('../../contracts/words/zh-Hans.json'),
      import('./translations/zh-Hans.json'),
      import('./translations/content-manager.zh-Hans.json')
    ),
  en: () =>
    together(
      import('../../contracts/words/en.json'),
      import('./translations/en.json'),
      import('./translations/content-manager.en.json')
    ),
};

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
    addSettings(app);
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
        const load = locale in WORDS ? WORDS[locale as Locale] : undefined;
        return { locale, data: (await load?.()) ?? {} };
      })
    );
  },
};

export default plugin;
