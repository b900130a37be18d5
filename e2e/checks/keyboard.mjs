// Whether a page can be used without a mouse: everything is reached by Tab, and one sees where one is.

/** Runs in the page: what is drawn of an element and of the frames around it; a field may show its focus on its frame. */
function drawn(element) {
  const look = (each, pseudo) => {
    const { outlineStyle, outlineWidth, outlineColor, boxShadow, borderColor, backgroundColor, color, opacity } =
      getComputedStyle(each, pseudo);
    const { textDecorationLine } = getComputedStyle(each, pseudo);
    const outline = outlineStyle === 'none' ? '' : `${outlineWidth} ${outlineColor}`;
    return [outline, boxShadow, borderColor, backgroundColor, color, opacity, textDecorationLine];
  };
  const frames = [];
  for (let each = element, up = 0; each && up < 4; each = each.parentElement, up += 1)
    frames.push([look(each), look(each, '::after'), look(each, '::before')]);
  return JSON.stringify(frames);
}

/** Runs in the page: marks everything that can be pressed or filled in, and notes how it looks without the focus. */
function mark(scope) {
  const root = document.querySelector(scope);
  const selector =
    'a[href], button:not([disabled]), input:not([disabled]):not([type=hidden]), select:not([disabled]), ' +
    'textarea:not([disabled]), [role=tab], [role=combobox], [role=switch], [role=slider], [tabindex="0"], [contenteditable=true]';
  const found = {};
  window.e2eLooks = {};
  [...root.querySelectorAll(selector)].forEach((element, index) => {
    if (!element.checkVisibility({ visibilityProperty: true })) return;
    const box = element.getBoundingClientRect();
    // The list of tabs hands the focus on to the tab that is chosen.
    if (element.getAttribute('role') === 'tablist') return;
    // Hidden natives behind drawn controls, which take the focus themselves.
    if (element.closest('[aria-hidden=true], [inert]') || box.width === 0 || box.height === 0) return;
    element.setAttribute('data-e2e-key', String(index));
    window.e2eLooks[index] = window.e2eDrawn(element);
    const name = element.getAttribute('aria-label') ?? element.innerText ?? element.getAttribute('name') ?? '';
    found[index] = `<${element.tagName.toLowerCase()}> «${name.replace(/\s+/g, ' ').trim().slice(0, 50)}»`;
  });
  return found;
}

/** Runs in the page: what has the focus, and whether one sees it; null where the focus is outside. */
function standing(scope) {
  const element = document.activeElement;
  if (!element?.closest(scope)) return null;
  const key = element.getAttribute('data-e2e-key');
  // Arrow keys go on within a group or a table of cells; Tab comes to one of it only.
  const around = element.closest('[role=tablist],[role=radiogroup],[role=grid],[role=toolbar]');
  const group = around ? [...around.querySelectorAll('[data-e2e-key]')] : [];
  return {
    keys: [key, ...group.map((each) => each.getAttribute('data-e2e-key'))].filter(Boolean),
    key,
    seen: key === null || window.e2eDrawn(element) !== window.e2eLooks[key],
  };
}

/**
 * Walks through `scope` by Tab from its beginning. What is never reached, and what does not show that it is.
 * @returns {Promise<string[]>} a line for each fault
 */
export async function unreachable(page, { scope = 'main', limit = 400 } = {}) {
  // What fades in is looked at as it will be.
  await page.addStyleTag({ content: '*, *::before, *::after { transition: none !important; }' });
  await page.evaluate(`document.activeElement?.blur(); window.e2eDrawn = ${drawn}`);
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
    const at = await page.evaluate(standing, scope);
    if (!at) break;
    if (!at.seen) faults.add(`has the focus and does not show it: ${wanted[at.key]}`);
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
    // Given back a moment after the dialog has gone.
    const back = await page
      .waitForFunction((element) => element.contains(document.activeElement), await opener.elementHandle(), {
        timeout: 2000,
      })
      .then(() => true)
      .catch(() => false);
    if (!back) faults.push('the focus does not come back to what opened the dialog');
  }
  return faults;
}
