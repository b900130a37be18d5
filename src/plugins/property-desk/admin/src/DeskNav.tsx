import { SubNav } from '@strapi/strapi/admin';
import { listLink } from './kernel/case/links';
import { HelpButton } from './kernel/shortcuts';
import { useWords } from './kernel/words';
import { Bell } from './notifications/Bell';
import { DESK_PAGES, SECTIONS, type MenuEntry } from './pages';
import { useRights } from './kernel/rights';

/** The desk's menu: the pages that the person may open, by section. */
export function DeskNav() {
  const { t } = useWords();
  const has = useRights();
  const may = ({ rights }: MenuEntry) => !rights || rights.some(has);
  const entries = DESK_PAGES.flatMap(({ path, menu }) => (menu && may(menu) ? [{ path, ...menu }] : []));
  const sections = SECTIONS.map((section) => ({
    section,
    entries: entries.filter((each) => each.section === section),
  }));
  return (
    <SubNav.Main aria-label={t('nav.title')}>
      <SubNav.Header label={t('nav.title')} />
      <SubNav.Content>
        <Bell />
        <SubNav.Sections>
          {sections
            .filter(({ entries: some }) => some.length > 0)
            .map(({ section, entries: some }) => (
              <SubNav.Section key={section} label={t(`nav.${section}`)}>
                {some.map(({ path, label }) => (
                  <SubNav.Link key={path} to={listLink(path)} label={t(label)} />
                ))}
              </SubNav.Section>
            ))}
        </SubNav.Sections>
        <HelpButton />
      </SubNav.Content>
    </SubNav.Main>
  );
}
