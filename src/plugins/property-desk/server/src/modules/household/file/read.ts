import type { Knex } from 'knex';
import type { Context } from 'koa';
import { FILE_PARTS, type FilePart, type FileRecord, type HouseholdFile, type Ref } from '../../../../../contracts';
import type { Actor } from '../../../kernel/access/actor';
import { iso, shownFields } from '../../../kernel/api/present';
import { onlyParams } from '../../../kernel/api/respond';
import type { Kernel } from '../../../kernel/kernel';
import { timelineEntry } from '../../../kernel/ledger/ledger';
import type { Row } from '../../../kernel/storage/rows';
import { COMMUNITY_UID } from '../../staff';
import { openCasesOf } from '../search/queries/page';
import { HOUSEHOLD_UID } from '../uids';
import { gapsListed, refOf } from './list';
import { fileNamed } from './named';
import { lentOf, noticesFor } from './around';
import { PARTS } from './parts';

const TOLD = 200;

/** Attributes that say nothing to whoever reads the file. */
const BESIDES = ['household', 'community', 'user', 'createdAt', 'scans'];

const without = (fields: Record<string, unknown>, names: string[]) =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)));

/** The records of one part, what holds now before what is over, each as it was entered. */
const recordsOf = async (kernel: Kernel, home: Row, name: FilePart): Promise<FileRecord[]> => {
  const { rows, strapi } = kernel;
  const { uid, endedBy } = PARTS[name];
  const found = await rows.find(strapi.db.connection, uid, { household: home.id });
  const shown = await shownFields(kernel, uid, found);
  const records = found.map((row, index) => ({
    documentId: row.documentId,
    updatedAt: iso(row.updatedAt) as string,
    ended: row[endedBy] !== null,
    fields: without(shown[index], BESIDES),
  }));
  return [...records.filter(({ ended }) => !ended), ...records.filter(({ ended }) => ended).reverse()];
};

/** A whole file, masked; who opens it logs it. */
export const wholeFile = async (kernel: Kernel, actor: Actor, home: Row): Promise<HouseholdFile> => {
  const { connection } = kernel.strapi.db;
  const [fields] = await shownFields(kernel, HOUSEHOLD_UID, [home]);
  const community = await kernel.rows.first(connection, COMMUNITY_UID, { id: home.community });
  const parts = {} as Record<FilePart, FileRecord[]>;
  for (const name of FILE_PARTS) parts[name] = await recordsOf(kernel, home, name);
  for (const paper of parts['household-paper']) paper.scans = await kernel.files.list(paper.documentId);
  const cases = (await openCasesOf(kernel, actor, [home.id])).get(home.id) ?? [];
  const story = await kernel.ledger.latest(connection, home.documentId, TOLD);
  return {
    documentId: home.documentId,
    updatedAt: iso(home.updatedAt) as string,
    fileNumber: home.fileNumber as string | null,
    name: (home.name as string | null) ?? '',
    community: refOf(community) as Ref,
    fields: without(fields, ['name', 'community', 'roomKey', 'fileNumber', 'incompleteSince', 'createdAt']),
    gaps: gapsListed(home.gaps),
    incompleteSince: iso(home.incompleteSince),
    parts,
    cases: cases.filter(({ type }) => type !== 'loan' && actor.can(`${type}.read`)),
    loans: await lentOf(kernel, actor, home),
    notices: await noticesFor(kernel, home),
    timeline: story.map(timelineEntry),
    may: {
      write: actor.can('household.write'),
      remove: actor.can('household.remove'),
      transfer: actor.can('household.transfer'),
      removeScans: actor.can('household.remove-scan'),
      printFull: actor.can('print.full'),
    },
    timeZone: kernel.clock.zone,
  };
};

/** `GET /households/:documentId`: the file in one answer; that it was opened stands on the access log. */
export const openFile = async (kernel: Kernel, actor: Actor, ctx: Context): Promise<{ data: HouseholdFile }> => {
  onlyParams(ctx, []);
  const home = await fileNamed(kernel, actor, ctx.params.documentId as string);
  const file = await wholeFile(kernel, actor, home);
  const entry = {
    kind: 'open' as const,
    recordType: HOUSEHOLD_UID,
    recordDocumentId: home.documentId,
    records: file.parts.resident.length,
    actor,
    community: home.community as number,
  };
  await kernel.strapi.db.transaction(({ trx }) => kernel.confidential.log(trx as Knex.Transaction, [entry]));
  return { data: file };
};
