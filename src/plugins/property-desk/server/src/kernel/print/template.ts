import { randomBytes } from 'node:crypto';
import { FileChild, Paragraph, patchDocument, PatchType, type IContext, type IXmlableObject } from 'docx';
import { archive, packBytes, unpacked } from './archive';
import { draw } from './blocks';
import { frameOf } from './frame';
import { Media } from './media';
import type { DocumentSpec, TemplateSpec } from './spec';
import { STYLE } from './styles';
import { run } from './text';
import { unzip } from './unzip';

/** Every text of an element, changed; also names and values of attributes, which is undone with the rest. */
function changed(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((one) => changed(one, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, changed(one, change)]));
}

/** Something of the text whose braces are told from the template's own. */
class Apart extends FileChild {
  constructor(
    private readonly inner: FileChild,
    private readonly change: (text: string) => string
  ) {
    super('w:p');
  }

  override prepForXml(context: IContext): IXmlableObject {
    return changed(this.inner.prepForXml(context), this.change) as IXmlableObject;
  }
}

/** Width of the text of a page in millimetres, as the last section says it. */
function widthOf(xml: string): number | undefined {
  const last = (tag: string, attribute: string) => {
    const found = [...xml.matchAll(new RegExp(`<w:${tag}\\b[^>]*\\sw:${attribute}="(\\d+)"`, 'g'))].pop();
    return found ? Number(found[1]) : NaN;
  };
  const twips = last('pgSz', 'w') - last('pgMar', 'left') - last('pgMar', 'right');
  return twips > 1440 ? (twips * 25.4) / 1440 : undefined;
}

const STYLED = /<w:style [^>]*w:styleId="([^"]+)"[^]*?<\/w:style>/g;

/** The template's styles and those of ours that it has none of: the office may look otherwise than the standard. */
function styled(theirs: string, ours: string): string {
  const known = new Set([...theirs.matchAll(/w:styleId="([^"]+)"/g)].map(([, id]) => id));
  const missing = [...ours.matchAll(STYLED)].filter(([, id]) => !known.has(id)).map(([whole]) => whole);
  return theirs.replace(/<\/w:styles>\s*$/, () => `${missing.join('')}</w:styles>`);
}

const TYPES = { png: 'image/png', jpeg: 'image/jpeg', gif: 'image/gif' };

/** Prints on a Word file of the office's own, which has been looked at when it was handed in. */
export async function drawOnTemplate(spec: DocumentSpec & { template: TemplateSpec }): Promise<Buffer> {
  const { file, values } = spec.template;
  const given = unzip(Buffer.from(file.buffer, file.byteOffset, file.byteLength));
  // docx looks for places again in what it has put in: no two braces of ours stand side by side until it is done.
  const sign = `\u2063${randomBytes(8).toString('hex')}\u2063`;
  const apart = (text: string) => text.replace(/\{/g, `{${sign}`);
  const media = new Media('deskpicture');
  const width = widthOf(given.get('word/document.xml')!.toString('utf8'));
  const text: FileChild[] = [
    ...(spec.remark ? [new Paragraph({ style: STYLE.mark, alignment: 'center', children: run(spec.remark) })] : []),
    ...spec.blocks.flatMap((block) => draw(block, 'official', media, width)),
  ];
  const patched = await patchDocument({
    outputType: 'nodebuffer',
    data: file,
    patches: {
      ...Object.fromEntries(
        Object.entries(values).map(([name, value]) => [
          name,
          { type: PatchType.PARAGRAPH, children: run(apart(value) || '\u200b') },
        ])
      ),
      body: { type: PatchType.DOCUMENT, children: text.map((one) => new Apart(one, apart)) },
    },
  });
  const parts = unzip(patched);
  const ours = (await frameOf({ title: '', fonts: spec.fonts, blocks: [] })).constant.find(
    ({ name }) => name === 'word/styles.xml'
  )!;
  const write = (name: string, change: (xml: string) => string) => {
    const part = parts.get(name);
    if (part) parts.set(name, Buffer.from(change(part.toString('utf8'))));
  };
  for (const name of parts.keys()) if (/\.(xml|rels)$/.test(name)) write(name, (xml) => xml.replaceAll(sign, ''));
  write('word/styles.xml', (xml) => styled(xml, unpacked(ours)));
  if (media.any) {
    write('word/_rels/document.xml.rels', (xml) =>
      xml.replace(/<\/Relationships>\s*$/, () => `${media.relations}</Relationships>`)
    );
    write('[Content_Types].xml', (xml) =>
      xml.replace(/<\/Types>\s*$/, () => {
        const missing = Object.entries(TYPES).filter(([end]) => !new RegExp(`Extension="${end}"`, 'i').test(xml));
        return `${missing.map(([end, type]) => `<Default Extension="${end}" ContentType="${type}"/>`).join('')}</Types>`;
      })
    );
  }
  return archive([
    ...(await Promise.all([...parts].map(([name, bytes]) => packBytes(name, bytes)))),
    ...(await media.packed()),
  ]);
}
