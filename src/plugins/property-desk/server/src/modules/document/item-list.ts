import type { Context } from 'koa';
import { ACTION_ITEM_STATES, type ActionItemListItem, type Page } from '../../../../contracts';
import type { Actor } from '../../kernel/access/actor';
import { promisePage, refTo } from '../../kernel/api/promise-page';
import type { Kernel } from '../../kernel/kernel';
import { ACTION_ITEM_UID, DOCUMENT_UID, type ActionItemRow } from './row';

/** `GET /action-items`: what is open as it falls due, else latest first; of one meeting's minutes, all of them. */
export const listActionItems = (kernel: Kernel, actor: Actor, ctx: Context): Promise<Page<ActionItemListItem>> =>
  promisePage(
    kernel,
    actor,
    ctx,
    {
      uid: ACTION_ITEM_UID,
      states: ACTION_ITEM_STATES,
      open: ['open'],
      from: { attribute: 'minutes', uid: DOCUMENT_UID },
    },
    async (_found: ActionItemRow[], named) => {
      const minutes = await named(DOCUMENT_UID, 'minutes');
      return ({ state, doneText, minutes: of }) => ({ state, doneText, minutes: refTo(minutes.get(of)) });
    }
  );
