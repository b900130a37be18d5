import type { FileChild, IContext, IXmlableObject } from 'docx';
import { archive, pack } from './archive';
import { draw } from './blocks';
import { textFooter } from './footer';
import { frameOf } from './frame';
import type { DocumentSpec } from './spec';
import { Media } from './media';
import { clean } from './text';
import { escaped, written } from './xml';

const within = (children: FileChild[], context: IContext): string =>
  children.map((child) => written(child.prepForXml(context) as IXmlableObject)).join('');

/** The part that names whose document it is, and says when it was made. */
function core(template: string, { title, creator = '' }: DocumentSpec): string {
  // eslint-disable-next-line no-restricted-syntax -- when the file was made, not when anything was done: as docx says it
  const now = new Date().toISOString();
  const says: Record<string, string> = {
    'dc:title': title,
    'dc:creator': creator,
    'cp:lastModifiedBy': creator,
    'dcterms:created': now,
    'dcterms:modified': now,
  };
  return template.replace(/(<([a-z]+:[a-zA-Z]+)(?: [^>]*)?>)[^<]*(?=<\/)/g, (whole, open: string, name: string) =>
    name in says ? open + escaped(clean(says[name])) : whole
  );
}

/** Makes a document in this thread: some 3 ms for a page or two, once the first of its kind has been made. */
export async function drawDocument(spec: DocumentSpec): Promise<Buffer> {
  const { page = 'official', footer } = spec;
  const frame = await frameOf(spec);
  const { context } = frame;
  const media = new Media();
  const body = within(
    spec.blocks.flatMap((block) => draw(block, page, media)),
    context
  );
  const varying = [
    pack(frame.body.name, frame.body.before + body + frame.body.after),
    pack('docProps/core.xml', core(frame.core, spec)),
  ];
  if (frame.footer && footer?.kind === 'text') {
    const foot = within([textFooter(footer, page)], context);
    varying.push(pack(frame.footer.name, frame.footer.before + foot + frame.footer.after));
  }
  const { relations } = frame;
  if (media.any) varying.push(pack(relations.name, relations.before + media.relations + relations.after));
  return archive([
    ...frame.constant,
    ...(media.any ? [] : [relations.packed]),
    ...(await Promise.all(varying)),
    ...(await media.packed()),
  ]);
}
