// Whether a page holds together at a width: nothing sticks out, nothing is cut off in silence, nothing lies on a button.

/** The widths of the screens at a property office. */
export const SCREENS = [1280, 1440, 1920];

/** The width of a telephone. */
export const TELEPHONE = 390;

/** Runs in the page: what breaks at the width that it has now. */
function breaks() {
  const faults = [];
  const wide = document.documentElement.clientWidth;
  const say = (element) => {
    const text = (element.innerText ?? element.getAttribute('aria-label') ?? '').replace(/\s+/g, ' ').trim();
    return `<${element.tagName.toLowerCase()}> «${(text || element.getAttribute('aria-label') || '').slice(0, 60)}»`;
  };
  const shown = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const styles = new Map();
  const style = (element) => {
    if (!styles.has(element)) styles.set(element, getComputedStyle(element));
    return styles.get(element);
  };
  /** The nearest ancestor that holds what sticks out of it: by scrolling, or by hiding. */
  const holder = (element, axis) => {
    for (let each = element.parentElement; each && each !== document.body; each = each.parentElement)
      if (style(each)[`overflow${axis}`] !== 'visible') return each;
    return null;
  };
  // For the eyes of a screen reader only: a pixel, and meant so.
  const forEars = (element) => {
    for (let each = element; each; each = each.parentElement) {
      const { clip, clipPath, position } = style(each);
      if (position === 'absolute' && (clip !== 'auto' || clipPath !== 'none')) return true;
    }
    return false;
  };

  if (document.documentElement.scrollWidth > wide + 1)
    faults.push(`the page is ${document.documentElement.scrollWidth} wide`);

  for (const element of document.querySelectorAll('main, main *, [role=dialog] *')) {
    if (!shown(element) || element.closest('svg')) continue;
    const box = element.getBoundingClientRect();
    if (box.width === 0 || box.height === 0) continue;
    if (box.right > wide + 1 && !holder(element, 'X') && style(element).position !== 'fixed')
      faults.push(`sticks out to ${Math.round(box.right)}: ${say(element)}`);

    const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    if (!own || forEars(element)) continue;
    const { overflowX, overflowY, textOverflow, webkitLineClamp } = style(element);
    const noticed = textOverflow === 'ellipsis' || (webkitLineClamp && webkitLineClamp !== 'none');
    if (!noticed && /hidden|clip/.test(overflowX) && element.scrollWidth > element.clientWidth + 1)
      faults.push(`cut off: ${say(element)}`);
    if (!noticed && /hidden|clip/.test(overflowY) && element.scrollHeight > element.clientHeight + 4)
      faults.push(`cut off below: ${say(element)}`);
    const around = holder(element, 'X');
    if (!around || !/hidden|clip/.test(style(around).overflowX)) continue;
    const range = document.createRange();
    range.selectNodeContents(element);
    const text = range.getBoundingClientRect();
    const limit = around.getBoundingClientRect();
    const ellipsis = style(around).textOverflow === 'ellipsis' || noticed;
    if (!ellipsis && text.right > limit.right + 2 && text.left < limit.right) faults.push(`cut off: ${say(element)}`);
  }

  // What is to be pressed can be pressed: nothing lies on it.
  const controls =
    'a[href], button, input, select, textarea, [role=tab], [role=combobox], [role=radio], [role=checkbox]';
  for (const element of document.querySelectorAll(`main :is(${controls})`)) {
    if (!shown(element) || forEars(element) || element.disabled) continue;
    const box = element.getBoundingClientRect();
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    if (box.width < 4 || box.height < 4 || x < 0 || y < 0 || x >= wide || y >= window.innerHeight) continue;
    const top = document.elementFromPoint(x, y);
    if (!top || top === element || element.contains(top) || top.contains(element)) continue;
    if (top.closest('label')?.contains(element) || element.closest('label')?.contains(top)) continue;
    // A bar that stays while the page moves may lie on what moves.
    let floats = false;
    for (let each = top; each && each !== document.body; each = each.parentElement)
      if (/fixed|sticky/.test(style(each).position)) floats = true;
    const scrolled = holder(element, 'Y');
    const hidden = scrolled && !scrolled.contains(top);
    if (!floats && !hidden && style(element).pointerEvents !== 'none')
      faults.push(`covered: ${say(element)} by ${say(top)}`);
  }
  return [...new Set(faults)].slice(0, 12);
}

/**
 * What breaks on this page at each of these widths; it has its own width again afterwards.
 * @returns {Promise<string[]>} a line for each fault
 */
export async function broken(page, widths = SCREENS) {
  const before = page.viewportSize();
  const faults = [];
  for (const width of widths) {
    if (width !== page.viewportSize().width) await page.setViewportSize({ width, height: before.height });
    // What depends on the width is drawn anew.
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 60))));
    faults.push(...(await page.evaluate(breaks)).map((fault) => `at ${width}: ${fault}`));
  }
  if (page.viewportSize().width !== before.width) await page.setViewportSize(before);
  return faults;
}
