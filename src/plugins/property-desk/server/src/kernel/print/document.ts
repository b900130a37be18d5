import { drawDocument } from './draw';
import type { DocumentSpec } from './spec';
import { MOST_ROWS } from './table';
import { drawOnTemplate } from './template';
import { drawElsewhere } from './thread';
import { nodesIn } from './written-text';

/** The media type of what {@link renderDocument} makes. */
export const DOCX_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Rows, or nodes of written text, above which a document is made in a thread of its own: others wait on this one. */
const MANY_ROWS = 200;
const MANY_NODES = 4000;

/**
 * A document as a Word file. The same spec makes the same XML every time, but for the dates of creation and change
 * in `docProps/core.xml`, which docx sets itself.
 * @throws RangeError for more rows than a document may hold
 */
export async function renderDocument(spec: DocumentSpec): Promise<Buffer> {
  const rows = spec.blocks.reduce((sum, block) => sum + (block.kind === 'table' ? block.rows.length : 0), 0);
  if (rows > MOST_ROWS) throw new RangeError(`A document holds at most ${MOST_ROWS} rows, not ${rows}`);
  if (spec.template) return drawOnTemplate({ ...spec, template: spec.template });
  const nodes = spec.blocks.reduce(
    (sum, block) => sum + (block.kind === 'blocks' ? nodesIn(block.blocks, MANY_NODES) : 0),
    0
  );
  return rows > MANY_ROWS || nodes > MANY_NODES ? drawElsewhere(spec) : drawDocument(spec);
}
