/** The print room: what a document says ({@link DocumentSpec}) becomes a Word file, many become a zip. */
export { DOCX_TYPE, renderDocument } from './document';
export { heightOf } from './fit';
export { STRIP, textWidth } from './form';
export { PAGES } from './page';
export { share } from './share';
export { MOST_ROWS } from './table';
export * from './spec';
export { fileName, zip, type ZipEntry } from './zip';
