/** Where Strapi keeps the language that a person has chosen. */
const LANGUAGE_KEY = 'strapi-admin-language';

/** The panel of this host: Strapi's own, speaking Chinese until somebody chooses otherwise. */
export default {
  config: {
    locales: ['zh-Hans'],
    tutorials: false,
    notifications: { releases: false },
    translations: {
      'zh-Hans': {
        'Auth.form.welcome.title': '物业客服台',
        'Auth.form.welcome.subtitle': '请登录',
        'app.components.LeftMenu.navbrand.title': '物业客服台',
        'app.components.LeftMenu.navbrand.workplace': '客户服务',
      },
      en: {
        'Auth.form.welcome.title': 'Property Desk',
        'Auth.form.welcome.subtitle': 'Log in to your desk',
        'app.components.LeftMenu.navbrand.title': 'Property Desk',
        'app.components.LeftMenu.navbrand.workplace': 'Customer service',
      },
    },
  },
  register() {
    if (!window.localStorage.getItem(LANGUAGE_KEY)) window.localStorage.setItem(LANGUAGE_KEY, 'zh-Hans');
  },
};
