import type { StrapiApp } from '@strapi/strapi/admin';
import { BRAND, brandWords, nameTab } from './branding';
import { DAY, NIGHT } from './colors';
import { CONTENT_MANAGER_ZH } from './content-manager-zh';
import { PANEL_ZH } from './panel-zh';

/** Where Strapi keeps the language that a person has chosen. */
const LANGUAGE_KEY = 'strapi-admin-language';

/** Strapi's announcement of its own media library, which is none of a property office's business. */
const ANNOUNCEMENT_KEY = 'STRAPI_MEDIA_LIBRARY_BANNER_DISMISSED_FOR_false:false';

const DOUBLED = 'content-manager.content-manager.';

/**
 * Strapi 5.54 ships the Content Manager's Chinese with its prefix already on, and puts it on again, so that nothing of
 * it is found. Takes the second one off; harmless once that is mended upstream.
 */
function mendContentManagerChinese(app: StrapiApp) {
  const contentManager = app.appPlugins['content-manager'];
  const load = contentManager?.registerTrads;
  if (!contentManager || !load) return;
  app.appPlugins['content-manager'] = {
    ...contentManager,
    registerTrads: async (args) =>
      (await load(args)).map(({ locale, data }) => {
        const mended = Object.entries(data)
          .filter(([key]) => key.startsWith(DOUBLED))
          .map(([key, word]) => [key.replace(DOUBLED, 'content-manager.'), word]);
        return { locale, data: { ...Object.fromEntries(mended), ...data } };
      }),
  };
}

/** The panel of this host: Strapi's own, speaking Chinese until somebody chooses otherwise. */
export default {
  config: {
    locales: ['zh-Hans'],
    auth: { logo: BRAND.authLogo },
    menu: { logo: BRAND.menuLogo },
    tutorials: false,
    notifications: { releases: false },
    theme: { light: { colors: DAY }, dark: { colors: NIGHT } },
    translations: {
      'zh-Hans': {
        ...CONTENT_MANAGER_ZH,
        ...PANEL_ZH,
        ...brandWords('zh-Hans'),
      },
      en: brandWords('en'),
    },
  },
  register(app: StrapiApp) {
    if (!window.localStorage.getItem(LANGUAGE_KEY)) window.localStorage.setItem(LANGUAGE_KEY, 'zh-Hans');
    if (!window.localStorage.getItem(ANNOUNCEMENT_KEY)) window.localStorage.setItem(ANNOUNCEMENT_KEY, 'true');
    nameTab(() => window.localStorage.getItem(LANGUAGE_KEY) ?? 'zh-Hans');
    mendContentManagerChinese(app);
  },
};
