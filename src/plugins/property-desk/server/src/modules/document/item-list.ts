import type { ActionItemListItem } from '../../../../contracts';
import { promiseListing, refTo } from '../../kernel/api/promise-list';
import type { Listing } from '../../kernel/list/listing';
import { DOCUMENT_UID, type ActionItemRow } from './row';

/** 会议事项 as a list; of one meeting's minutes, all of them. */
export const actionItemListing: Listing<ActionItemListItem> = promiseListing(
  { words: 'action-item', open: ['open'], from: { attribute: 'minutes', uid: DOCUMENT_UID } },
  async (named) => {
    const minutes = await named(DOCUMENT_UID, 'minutes');
    return ({ state, doneText, minutes: of }: ActionItemRow) => ({
      state,
      doneText,
      minutes: refTo(minutes.get(of as number)),
    });
  }
);
