import logo from './logo.svg';

/** What this host is called and how it looks: a company puts its own name and pictures here and builds anew. */
export const BRAND = {
  /** By the panel's languages; the first one where a language has none. */
  name: { 'zh-Hans': '物业客服台', en: 'Property Desk' } as Record<string, string>,
  /** Said under the name where people log in. */
  greeting: { 'zh-Hans': '请登录', en: 'Log in to your desk' } as Record<string, string>,
  /** Above the log-in form; a picture that somebody uploads under Settings → Overview goes before it. */
  authLogo: logo,
  /** At the top of the menu; the same holds. */
  menuLogo: logo,
};

/** Strapi's words that name the host. */
export const brandWords = (locale: string): Record<string, string> => {
  const of = (words: Record<string, string>) => words[locale] ?? (Object.values(words)[0] as string);
  const name = of(BRAND.name);
  return {
    'Auth.form.welcome.title': name,
    'Auth.form.welcome.subtitle': of(BRAND.greeting),
    'app.components.LeftMenu.logo.alt': name,
    'app.components.LeftMenu.navbrand.title': name,
  };
};

/** Strapi 5.54 writes its own name behind every title of a page, and has no setting for another. */
const BEHIND = / \| Strapi$/;

/** Keeps the browser's tab under the host's name, whatever page sets its title. */
export const nameTab = (locale: () => string): void => {
  const rename = () => {
    const name = BRAND.name[locale()] ?? Object.values(BRAND.name)[0];
    const named = document.title === 'Strapi Admin' ? name : document.title.replace(BEHIND, ` | ${name}`);
    // Writing the same again would call the observer for ever.
    if (named && named !== document.title) document.title = named;
  };
  new MutationObserver(rename).observe(document.head, { subtree: true, childList: true, characterData: true });
  rename();
};
