// Whether everybody can use a page: axe's serious and critical rules.
import fs from 'node:fs';
import { createRequire } from 'node:module';

const AXE = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const LEVELS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Parts of a chart are as small as what they count; the table under the chart holds the same links (WCAG 2.5.8, equivalent). */
const EXCEPT = { 'target-size': ['[data-also-in-table]'] };

/**
 * What axe finds serious or critical on this page. `except` maps rules to selectors of what is Strapi's own and cannot
 * be mended from here, each with its reason beside the call; `scope` is the part that is looked at.
 * @returns {Promise<string[]>} a line for each rule, with the elements
 */
export async function inaccessible(page, { except = {}, scope } = {}) {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  const violations = await page.evaluate(
    async ([levels, at]) => {
      const results = await window.axe.run(at ?? document, {
        runOnly: { type: 'tag', values: levels },
        resultTypes: ['violations'],
      });
      return results.violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .map(({ id, help, nodes }) => ({
          id,
          help,
          nodes: nodes.map(({ target, html, any }) => ({
            selector: [target.at(-1)].flat().at(-1),
            html: html.slice(0, 160),
            why: any.find(({ id: check }) => check === 'color-contrast')?.message ?? '',
          })),
        }));
    },
    [LEVELS, scope]
  );
  const faults = [];
  for (const { id, help, nodes } of violations) {
    const ours = [];
    for (const node of nodes)
      if (!(await excepted(page, node.selector, [...(EXCEPT[id] ?? []), ...(except[id] ?? [])]))) ours.push(node);
    if (ours.length > 0)
      faults.push(
        `${id}: ${help}\n${ours
          .slice(0, 5)
          .map(({ html, why }) => `    ${html} ${why}`)
          .join('\n')}`
      );
  }
  return faults;
}

/** Whether an element is one of those that are excepted, or stands in one. */
const excepted = (page, selector, allowed = []) =>
  allowed.length > 0 &&
  page.evaluate(([at, list]) => list.some((each) => document.querySelector(at)?.closest(each)), [selector, allowed]);
