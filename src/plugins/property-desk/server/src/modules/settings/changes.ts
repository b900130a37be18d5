import type { Context } from 'koa';
import type { Page, SettingChange } from '../../../../contracts';
import type { Actor } from '../../kernel/access/actor';
import { iso } from '../../kernel/api/present';
import { onlyParams, textParam, wholeNumber } from '../../kernel/api/respond';
import type { Kernel } from '../../kernel/kernel';
import { changesPage } from './queries';

/** `GET /settings/changes`: who changed which setting, latest first. */
export const changes = async (kernel: Kernel, actor: Actor, ctx: Context): Promise<Page<SettingChange>> => {
  onlyParams(ctx, ['cursor', 'limit']);
  const { rows, nextCursor, count } = await changesPage(kernel, actor, {
    cursor: textParam(ctx, 'cursor'),
    limit: wholeNumber(ctx, 'limit', 20, 100),
  });
  const data = rows.map((row) => {
    const input = (row.input ?? {}) as { record?: { name?: string }; channel?: string };
    return {
      documentId: row.documentId,
      at: iso(row.at) as string,
      by: row.actorKind === 'system' ? '' : String(row.actorName ?? ''),
      what: row.caseType as string,
      action: row.action as string,
      name: String(row.caseNumber ?? ''),
      part: input.record?.name ?? input.channel ?? null,
      changes: (row.changes ?? {}) as SettingChange['changes'],
    };
  });
  return { data, meta: { nextCursor, ...count } };
};
