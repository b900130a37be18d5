import { renderAsync } from 'docx-preview';
import { pageStarts, type LineBox } from './pages';

const CLASS = 'paper-preview';
/** The page number stands 7 mm under the text. */
const BELOW_PX = (7 / 25.4) * 96;

/** The lines of a rendered text, as tall as their leading. */
function linesOf(article: HTMLElement): LineBox[] {
  const { top: zero } = article.getBoundingClientRect();
  const lines: LineBox[] = [];
  const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.textContent?.trim() || !node.parentElement) continue;
    const leading = parseFloat(getComputedStyle(node.parentElement.closest('p') ?? node.parentElement).lineHeight);
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const { top, bottom } of Array.from(range.getClientRects())) {
      const middle = (top + bottom) / 2 - zero;
      const half = (Number.isFinite(leading) ? leading : bottom - top) / 2;
      lines.push({ top: middle - half, bottom: middle + half });
    }
  }
  for (const image of Array.from(article.querySelectorAll('img, svg'))) {
    const { top, bottom } = image.getBoundingClientRect();
    lines.push({ top: top - zero, bottom: bottom - zero });
  }
  return lines;
}

/** One page: the section's frame, and of its text what stands between two heights. */
function sheetOf(section: HTMLElement, from: number, to: number | null, room: number, number: number): HTMLElement {
  const sheet = section.cloneNode(true) as HTMLElement;
  const { minHeight, paddingTop, paddingLeft, paddingRight } = getComputedStyle(section);
  sheet.style.height = minHeight;
  sheet.style.overflow = 'hidden';
  sheet.style.position = 'relative';
  const article = sheet.querySelector('article');
  if (article) {
    const view = document.createElement('div');
    view.style.cssText = `flex: none; overflow: hidden; height: ${to === null ? room : to - from}px`;
    article.replaceWith(view);
    article.style.marginTop = `${-from}px`;
    view.appendChild(article);
  }
  const foot = document.createElement('div');
  const side = number % 2 === 1 ? `right: calc(${paddingRight} + 14pt)` : `left: calc(${paddingLeft} + 14pt)`;
  foot.style.cssText = `position: absolute; ${side}; top: calc(${paddingTop} + ${room + BELOW_PX}px); font: 14pt/1 SimSun, serif; color: #000`;
  foot.textContent = `— ${number} —`;
  sheet.appendChild(foot);
  sheet.dataset.page = String(number);
  return sheet;
}

/**
 * Draws a Word file as the pages that it will be printed on. The browser lays the text out in one strip; the strip is cut
 * where a page is full, between two lines. `strip` must be in the document, unseen and at its natural size.
 */
export async function drawSheets(file: Blob, strip: HTMLElement, styles: HTMLElement): Promise<HTMLElement[]> {
  strip.replaceChildren();
  await renderAsync(file, strip, styles, {
    className: CLASS,
    inWrapper: false,
    breakPages: true,
    ignoreLastRenderedPageBreak: true,
    renderHeaders: true,
    // The page number is drawn by us, once a page: a strip has one foot only.
    renderFooters: false,
    useBase64URL: true,
  });
  // A line's own letters and those of its runs have other feet; standing on one foot they would make it taller than exact.
  const feet = document.createElement('style');
  feet.textContent = `section.${CLASS} p > span { vertical-align: top; }`;
  styles.appendChild(feet);
  await Promise.all(Array.from(strip.querySelectorAll('img')).map((image) => image.decode().catch(() => undefined)));
  const sheets: HTMLElement[] = [];
  for (const section of Array.from(strip.querySelectorAll<HTMLElement>(`section.${CLASS}`))) {
    const article = section.querySelector<HTMLElement>('article');
    if (!article) continue;
    const { minHeight, paddingTop, paddingBottom } = getComputedStyle(section);
    const room = parseFloat(minHeight) - parseFloat(paddingTop) - parseFloat(paddingBottom);
    const starts = pageStarts(linesOf(article), room);
    starts.forEach((from, index) => {
      sheets.push(sheetOf(section, from, starts[index + 1] ?? null, room, sheets.length + 1));
    });
  }
  strip.replaceChildren();
  return sheets;
}
