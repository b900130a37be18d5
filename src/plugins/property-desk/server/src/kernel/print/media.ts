import type { IXmlableObject } from 'docx';
import type { Packed } from './archive';
import { packBytes } from './archive';
import { points } from './page';
import type { Picture } from './picture';
import { clean } from './text';
import { element, parent } from './xml';

const PACKAGE = 'http://schemas.openxmlformats.org';
const IMAGE = `${PACKAGE}/officeDocument/2006/relationships/image`;
const DRAWING = `${PACKAGE}/drawingml/2006`;

/** A pixel is a 96th of an inch; English metric units, of which a point has 12,700, are what a drawing is measured in. */
const POINT = 12_700;
const PIXEL = 9525;

/** The pictures that one document shows: each is in the file once, however often it is shown. */
export class Media {
  private readonly parts = new Map<Uint8Array, { id: string; name: string }>();
  private drawings = 0;

  /** @param prefix of names of parts and relations, where the file has others already */
  constructor(private readonly prefix = 'picture') {}

  /**
   * A picture within a line, no larger than the given room in millimetres and never enlarged.
   * @param said what it shows, to whoever cannot see it
   */
  draw(data: Uint8Array, picture: Picture, room: { width: number; height: number }, said: string): IXmlableObject {
    const part = this.parts.get(data) ?? {
      id: `${this.prefix}${this.parts.size + 1}`,
      name: `${this.prefix}${this.parts.size + 1}.${picture.type}`,
    };
    this.parts.set(data, part);
    this.drawings += 1;
    const wide = picture.width * PIXEL;
    const high = picture.height * PIXEL;
    const scale = Math.min(1, (points(room.width) * POINT) / wide, (points(room.height) * POINT) / high);
    const size = { cx: Math.max(1, Math.floor(wide * scale)), cy: Math.max(1, Math.floor(high * scale)) };
    const named = { id: 1000 + this.drawings, name: part.name, descr: clean(said).replace(/\s+/g, ' ').slice(0, 500) };
    return parent('w:drawing', [
      element('wp:inline', { distT: 0, distB: 0, distL: 0, distR: 0 }, [
        element('wp:extent', size),
        element('wp:docPr', named),
        element('a:graphic', { 'xmlns:a': `${DRAWING}/main` }, [
          element('a:graphicData', { uri: `${DRAWING}/picture` }, [
            element('pic:pic', { 'xmlns:pic': `${DRAWING}/picture` }, [
              parent('pic:nvPicPr', [element('pic:cNvPr', { id: named.id, name: named.name }), empty('pic:cNvPicPr')]),
              parent('pic:blipFill', [
                element('a:blip', { 'r:embed': part.id }),
                parent('a:stretch', [empty('a:fillRect')]),
              ]),
              parent('pic:spPr', [
                parent('a:xfrm', [element('a:off', { x: 0, y: 0 }), element('a:ext', size)]),
                element('a:prstGeom', { prst: 'rect' }, [empty('a:avLst')]),
              ]),
            ]),
          ]),
        ]),
      ]),
    ]);
  }

  /** Whether anything is shown. */
  get any(): boolean {
    return this.parts.size > 0;
  }

  /** What the relations of the text say besides. */
  get relations(): string {
    return [...this.parts.values()]
      .map(({ id, name }) => `<Relationship Id="${id}" Type="${IMAGE}" Target="media/${name}"/>`)
      .join('');
  }

  /** The pictures as parts of the file. */
  packed(): Promise<Packed[]> {
    return Promise.all([...this.parts].map(([data, { name }]) => packBytes(`word/media/${name}`, data)));
  }
}

const empty = (name: string): IXmlableObject => element(name, {});
