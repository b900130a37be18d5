// Whether a page can be used without a mouse: everything is reached by Tab, and one sees where one is.

/** Runs in the page: puts a mark on everything that can be pressed or filled in, and says what it is. */
function mark(scope) {
  const root = document.querySelector(scope);
  const selector =
    'a[href], button:not([disabled]), input:not([disabled]):not([type=hidden]), select:not([disabled]), ' +
    'textarea:not([disabled]), [role=tab], [role=combobox], [role=switch], [role=slider], [tabindex="0"], [contenteditable=true]';
  const found = {};
  [...root.querySelectorAll(selector)].forEach((element, index) => {
    if (!element.checkVisibility({ visibilityProperty: true })) return;
    const box = element.getBoundingClientRect();
    // Hidden natives behind drawn controls, which take the focus themselves.
    if (element.getAttribute('aria-hidden') === 'true' || element.closest('[aria-hidden=true], [inert]')) return;
    if (box.width === 0 || box.height === 0) return;
    element.setAttribute('data-e2e-key', String(index));
    const name = element.getAttribute('aria-label') ?? element.innerText ?? element.getAttribute('name') ?? '';
    found[index] = `<${element.tagName.toLowerCase()}> «${name.replace(/\s+/g, ' ').trim().slice(0, 50)}»`;
  });
  return found;
}

/** Runs in the page: what has the focus, and whether one sees it. */
function standing() {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const drawn = (each, pseudo) => {
    const { outlineStyle, outlineWidth, boxShadow, borderColor, backgroundColor, textDecorationLine } =
      getComputedStyle(each, pseudo);
    const outlined = outlineStyle !== 'none' && parseFloat(outlineWidth) > 0;
    return { outlined, boxShadow, borderColor, backgroundColor, textDecorationLine };
  };
  // A field may draw its focus on the frame around it, a link by a line of its own.
  const around = [];
  for (let each = element, up = 0; each && up < 4; each = each.parentElement, up += 1) around.push(each);
  const now = around.map((each) => [drawn(each), drawn(each, '::after'), drawn(each, '::before')]);
  element.blur();
  const then = around.map((each) => [drawn(each), drawn(each, '::after'), drawn(each, '::before')]);
  element.focus({ preventScroll: true });
  const differs = JSON.stringify(now) !== JSON.stringify(then);
  const outlined = now[0].some((each) => each.outlined);
  const group = element.matches('[role=tab],[role=radio],input[type=radio]')
    ? [...(element.closest('[role=tablist],[role=radiogroup]')?.querySelectorAll('[data-e2e-key]') ?? [])]
    : [];
  return {
    // Arrow keys go on within a group, Tab to its chosen one only.
    keys: [element, ...group].map((each) => each.getAttribute('data-e2e-key')).filter(Boolean),
    name: `<${element.tagName.toLowerCase()}> «${(element.getAttribute('aria-label') ?? element.innerText ?? element.getAttribute('name') ?? '').replace(/\s+/g, ' ').trim().slice(0, 50)}»`,
    seen: outlined || differs,
  };
}

/**
 * Walks through `scope` by Tab from its beginning. What is never reached, and what does not show that it is.
 * @returns {Promise<string[]>} a line for each fault
 */
export async function unreachable(page, { scope = 'main', limit = 400 } = {}) {
  const wanted = await page.evaluate(mark, scope);
  const reached = new Set();
  const faults = new Set();
  await page.evaluate((at) => {
    document.activeElement?.blur();
    const start = document.createElement('span');
    start.tabIndex = -1;
    start.dataset.e2eStart = '';
    document.querySelector(at).prepend(start);
    start.focus();
  }, scope);
  for (let steps = 0; steps < limit; steps += 1) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(standing);
    const inside = await page.evaluate((where) => !!document.activeElement?.closest(where), scope);
    if (!at || !inside) break;
    if (!at.seen) faults.add(`has the focus and does not show it: ${at.name}`);
    for (const key of at.keys) reached.add(key);
  }
  await page.evaluate(() => {
    document.querySelector('[data-e2e-start]')?.remove();
    for (const each of document.querySelectorAll('[data-e2e-key]')) each.removeAttribute('data-e2e-key');
  });
  for (const [key, name] of Object.entries(wanted)) if (!reached.has(key)) faults.add(`Tab does not come to ${name}`);
  return [...faults];
}

/**
 * Opens a dialog by keyboard from `opener`, and looks whether it keeps the focus, ends with Escape, and gives the
 * focus back to what opened it.
 * @returns {Promise<string[]>} a line for each fault
 */
export async function leaky(page, opener, { steps = 40 } = {}) {
  const faults = [];
  await opener.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog').or(page.getByRole('alertdialog'));
  await dialog.first().waitFor();
  await page.waitForFunction(() => document.activeElement?.closest('[role=dialog],[role=alertdialog]'));
  for (let step = 0; step < steps; step += 1) {
    await page.keyboard.press(step < steps / 2 ? 'Tab' : 'Shift+Tab');
    const held = await page.evaluate(() => !!document.activeElement?.closest('[role=dialog],[role=alertdialog]'));
    if (!held) {
      faults.push('Tab leaves the dialog');
      break;
    }
  }
  await page.keyboard.press('Escape');
  await dialog
    .first()
    .waitFor({ state: 'detached', timeout: 3000 })
    .catch(() => faults.push('Escape does not close the dialog'));
  if (faults.length === 0) {
    const back = await opener.evaluate(
      (element) => element === document.activeElement || element.contains(document.activeElement)
    );
    if (!back) faults.push('the focus does not come back to what opened the dialog');
  }
  return faults;
}
