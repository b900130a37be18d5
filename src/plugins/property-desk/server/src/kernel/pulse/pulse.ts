import { createHash } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import type { Pulse } from '../../../../contracts';
import type { Actor } from '../access/actor';
import type { Rows } from '../storage/rows';
import type { CaseDefinition, CaseRow } from '../workflow/define';
import { sees } from '../workflow/engine';
import type { OpenCase, Presence, Tab } from './presence';
import { latestEvents, latestOfCases } from './queries';

interface Parts {
  strapi: Core.Strapi;
  rows: Rows;
  presence: Presence;
  definitions: Map<string, CaseDefinition>;
  /** What the ledger tells of besides cases, e.g. household files. */
  stories: string[];
}

/** A page's open case as it was named, not yet looked at. */
export type NamedCase = Pick<OpenCase, 'type' | 'documentId' | 'doing'>;

/** Numbers of rows stay inside. */
const hashed = (text: string): string => createHash('sha1').update(text).digest('base64url').slice(0, 12);

/**
 * What has happened lately, as a few marks that change whenever it does: pages ask every few seconds and read anew
 * what has moved. One statement over an index for all kinds of case, whatever the ledger holds; nothing is kept in
 * this process.
 */
export const createPulse = ({ strapi, rows, presence, definitions, stories }: Parts) => {
  const readable = (actor: Actor): string[] =>
    [...definitions.keys(), ...stories].filter((name) => actor.can(`${name}.read`));

  /** Of what a page says that it has open, what its person may see. */
  const visible = async (actor: Actor, named: NamedCase[]): Promise<OpenCase[]> => {
    const open: OpenCase[] = [];
    for (const { type, documentId, doing } of named) {
      const definition = definitions.get(type);
      if (!definition || !actor.can(`${type}.read`)) continue;
      const row = (await rows.first(strapi.db.connection, definition.uid, { documentId })) as CaseRow | null;
      if (row && sees(definition, row, actor)) open.push({ type, documentId, doing, community: row.community });
    }
    return open;
  };

  const marks = async (actor: Actor): Promise<Pulse['marks']> => {
    const gathered: Record<string, string> = {};
    for (const { type, community, mark } of await latestEvents(
      strapi.db.connection,
      rows,
      actor.communities,
      readable(actor)
    ))
      gathered[type] = `${gathered[type] ?? ''}${community}:${mark} `;
    return Object.fromEntries(Object.entries(gathered).map(([type, text]) => [type, hashed(text)]));
  };

  return {
    /** The marks of all that an actor may read, and who else is at it; notes first what their page has open. */
    async read(actor: Actor, tab: Tab, named: NamedCase[] | null): Promise<Pulse> {
      const open = named ? await visible(actor, named) : [];
      if (named) await presence.note(tab, open);
      const ids = open.map(({ documentId }) => documentId);
      const latest = await latestOfCases(strapi.db.connection, rows, ids);
      // Where not all cases of a type are for everybody's eyes, people are shown on the case that one sees only.
      const whole = readable(actor).filter((name) => definitions.has(name) && !definitions.get(name)?.sight);
      return {
        marks: await marks(actor),
        cases: Object.fromEntries(ids.map((id) => [id, hashed(`${id} ${latest.get(id) ?? ''}`)])),
        present: await presence.others(actor, tab.who, whole, ids),
      };
    },

    /** A tag of an answer, for whoever asks whether it is still the same. */
    tag: (pulse: Pulse): string => `"${hashed(JSON.stringify(pulse))}"`,
  };
};

export type PulseReader = ReturnType<typeof createPulse>;
