import JSZip from 'jszip';
import type { Knex } from 'knex';
import { covers } from '../../kernel/access/actor';
import { XLSX_TYPE } from '../../kernel/sheet/write-sheet';
import type { CaseRow } from '../../kernel/workflow/define';
import { randomWalks, type WalkDesk } from '../../testing/walks';
import { IMPORT_UID } from './row';
import { bookOf } from './testing/books';

let rooms = 0;

/** A book with one household that is not there yet; at times one with a bad row, and at times one with macros. */
const book = async (variant: number): Promise<Buffer> => {
  const good = ['3', '7', String((rooms += 1)), '90', '', '', '', '', ''];
  const bad = ['9', '7', '101', '', '', '', '', '', ''];
  const file = await bookOf({ households: variant % 3 ? [good] : [good, bad] });
  if (variant % 5) return file;
  const zip = await JSZip.loadAsync(file);
  zip.file('xl/vbaProject.bin', 'x');
  return zip.generateAsync({ type: 'nodebuffer' });
};

/** Sends a book in as the route does: its content is kept first, and recorded in the transaction of the action. */
const upload = async (variant: number, { world, actors, act }: WalkDesk) => {
  const { files, strapi } = world.kernel;
  const actor = actors[variant % 2 ? 'supervisor' : 'manager'];
  const stored = await files.keep('住户.xlsx', XLSX_TYPE, await book(variant));
  return strapi.db.transaction(async ({ trx }) => {
    const row = await act('archive-import', 'upload', actor, { community: world.garden.documentId }, undefined, [
      stored,
    ]);
    const on = { caseType: 'archive-import', caseDocumentId: stored.documentId, action: 'upload' };
    await files.record(trx as Knex.Transaction, [stored], on, actor);
    return row;
  });
};

describe('random walks over imports and exports', () =>
  randomWalks({
    types: { 'archive-import': 1, 'archive-export': 3 },
    walks: 12,
    seldom: [],
    handOvers: [
      ['supervisor', 'specialist'],
      ['specialist', 'supervisor'],
    ],
    // An export is granted by another than who asked for it, and taken back by that one.
    likely: (action, row, actor) =>
      covers(actor, row.community) &&
      (!('requestedBy' in row) || (row.requestedBy === actor.staff?.id) === (action === 'cancel')),
    input: (type, action, variant) =>
      type === 'archive-export' && (action === 'reject' || variant % 2) && action !== 'cancel'
        ? { reason: '盘点' }
        : {},
    async begin(type, variant, walk) {
      const { act, actors, world } = walk;
      if (type === 'archive-import') {
        const { documentId, ...sent } = await upload(variant, walk);
        if (variant % 4 === 0) return { documentId, ...sent };
        await world.kernel.rounds.work.run();
        return (await world.kernel.rows.first(world.kernel.strapi.db.connection, IMPORT_UID, {
          documentId,
        })) as CaseRow;
      }
      return act(type, 'request', actors[variant % 2 ? 'supervisor' : 'manager'], {
        community: world.garden.documentId,
        ...(variant % 3 ? {} : { building: world.building.documentId }),
        ...(variant % 4 ? {} : { plain: true }),
        reason: '换系统核对',
      });
    },
    async works(variant, { world }) {
      const { clock, rounds, schedules, strapi } = world.kernel;
      // A holiday: what nobody has decided, confirmed or fetched lapses.
      if (variant % 9 === 0) {
        clock.advance(8 * 24 * 3_600_000);
        await schedules.round();
      }
      // At times what is to be made has been begun in vain as often as it is begun at all.
      if (variant % 4 === 0)
        await strapi.db.connection('pd_archive_tasks').where({ kind: 'make' }).update({ attempts: 5 });
      await rounds.work.run();
    },
  }));
