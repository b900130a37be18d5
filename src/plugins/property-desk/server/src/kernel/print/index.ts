/** The print room: what a document says ({@link DocumentSpec}) becomes a Word file, many become a zip. */
export { dayOnPaper } from './day';
export { DOCX_TYPE, renderDocument } from './document';
export { heightOf } from './fit';
export { STRIP, textWidth } from './form';
export { PAGES } from './page';
export { share } from './share';
export { pictureOf } from './picture';
export { MOST_ROWS } from './table';
export { checkTemplate, TEMPLATE_SIZE, type TemplateFault } from './template-check';
export * from './spec';
export { fileName, zip, type ZipEntry } from './zip';
