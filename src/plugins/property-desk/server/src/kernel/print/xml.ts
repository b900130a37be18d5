import { FileChild, type IContext, type IXmlableObject } from 'docx';
import { clean } from './text';

/** Room left and right of a cell's text, in millimetres. */
export const PADDING = 1.2;
/** Rules around and within a table, in eighths of a point. */
export const [THICK, THIN] = [12, 4];
/** Ground of headings in a table. */
export const GREY = 'F2F2F2';

/** An element with attributes, in the form that docx writes out. */
export const element = (
  name: string,
  attributes: Record<string, string | number>,
  children: IXmlableObject[] = []
): IXmlableObject =>
  ({ [name]: children.length ? [{ _attr: attributes }, ...children] : { _attr: attributes } }) as IXmlableObject;

/** An element that says one thing. */
export const val = (name: string, value: string | number): IXmlableObject => element(name, { 'w:val': value });

/** Keeps a paragraph's own pitch: LibreOffice sets even lines of exact height on the grid of an official page. */
export const OFF_GRID = val('w:snapToGrid', 0);

/** A width in twips. */
export const width = (name: string, size: number): IXmlableObject => element(name, { 'w:w': size, 'w:type': 'dxa' });

/** An element without attributes. */
export const parent = (name: string, children: IXmlableObject[]): IXmlableObject =>
  ({ [name]: children }) as IXmlableObject;

/** A rule on one side of a cell or a table; none where its size is 0. */
export const rule = (side: string, size: number): IXmlableObject =>
  element(`w:${side}`, size ? { 'w:val': 'single', 'w:sz': size, 'w:color': '000000' } : { 'w:val': 'nil' });

/** Rules around and within a table. */
export const borders = (outer: number, inner: number): IXmlableObject =>
  parent('w:tblBorders', [
    ...['top', 'left', 'bottom', 'right'].map((side) => rule(side, outer)),
    ...['insideH', 'insideV'].map((side) => rule(side, inner)),
  ]);

/** Something of a document's body that is XML already. */
export class Ready extends FileChild {
  constructor(private readonly xml: IXmlableObject) {
    super('w:p');
  }

  override prepForXml(_: IContext): IXmlableObject {
    return this.xml;
  }
}

/** Text of one run; a newline is a break. */
export const content = (text: string): IXmlableObject[] =>
  clean(text)
    .split('\n')
    .flatMap((line, at) => [
      ...(at ? [element('w:br', {})] : []),
      element('w:t', { 'xml:space': 'preserve' }, [line as unknown as IXmlableObject]),
    ]);

/** Text of one run of running text; a tab is a tab besides. */
export const runContent = (text: string): IXmlableObject[] =>
  text.split('\t').flatMap((part, at) => [...(at ? [element('w:tab', {})] : []), ...(part ? content(part) : [])]);

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

/** Text as XML carries it, the way docx writes it. */
export const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ESCAPES[sign]);

const attributesOf = (attributes: Record<string, unknown>): string =>
  Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escaped(String(value))}"`)
    .join('');

/** An element as docx's objects describe it, written out the way docx writes it, but faster. */
export function written(one: IXmlableObject | string): string {
  if (typeof one === 'string') return escaped(one);
  const [name] = Object.keys(one);
  const value: unknown = one[name];
  if (typeof value !== 'object' || value === null) return `<${name}>${escaped(String(value ?? ''))}</${name}>`;
  if (!Array.isArray(value)) return `<${name}${attributesOf(((value as { _attr?: object })._attr as never) ?? {})}/>`;
  let [attributes, content] = ['', ''];
  for (const child of value as (IXmlableObject | string | number)[]) {
    if (typeof child !== 'object') content += escaped(String(child));
    else if ('_attr' in child) attributes += attributesOf(child._attr as never);
    else content += written(child);
  }
  return `<${name}${attributes}>${content}</${name}>`;
}
