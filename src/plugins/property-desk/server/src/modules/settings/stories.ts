import { type History } from '../../kernel/ledger/history';
import { COMPLAINT_CATEGORY_UID } from '../complaint';
import { NOTICE_TEMPLATE_UID } from '../notice';
import { BUILDING_UID, COMMUNITY_UID, POST_UID, STAFF_UID } from '../staff';
import { CATEGORY_UID } from '../ticket';

const shared = (name: string, uid: string, article: string, more: Partial<History> = {}): History => ({
  name,
  uid,
  number: 'name',
  article,
  parts: {},
  general: true,
  ...more,
});

/** What the ledger tells of the settings: who changed which, from what to what, by whatever road. */
export const SETTING_STORIES: History[] = [
  shared('community', COMMUNITY_UID, '4', { parts: { [BUILDING_UID]: { name: 'building', of: 'community' } } }),
  shared('post', POST_UID, '4'),
  // A login has no name that the ledger may keep.
  shared('staff-member', STAFF_UID, '4', { joined: { [STAFF_UID]: ['communities'] } }),
  shared('ticket-category', CATEGORY_UID, '9', {
    derived: { [CATEGORY_UID]: ['position'] },
    joined: { [CATEGORY_UID]: ['suggestedAssignees'] },
  }),
  shared('complaint-category', COMPLAINT_CATEGORY_UID, '10', { derived: { [COMPLAINT_CATEGORY_UID]: ['position'] } }),
  shared('notice-template', NOTICE_TEMPLATE_UID, '5', { derived: { [NOTICE_TEMPLATE_UID]: ['body'] } }),
];

/** Stories that concern every community alike. */
export const SHARED_STORIES = ['post', 'ticket-category', 'complaint-category', 'notice-template'];

/** What tests of a channel are told under; a robot's under its community's story. */
export const CHANNEL_STORY = 'channel';

/** Every story of the settings. */
export const STORY_NAMES = [...SETTING_STORIES.map(({ name }) => name), CHANNEL_STORY];
