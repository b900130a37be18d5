import type { NotificationItem } from '../../../contracts';
import { obligationName, type Words } from '../kernel/words';

/** Why somebody is told, in a few words; a kind of case may have a sentence of its own, the subject of its mail. */
export const sentenceOf = (words: Words, { template, what }: Pick<NotificationItem, 'template' | 'what'>): string =>
  words.first([`notification.${template}`], words.t('notification.other'), {
    what: what ? obligationName(words, what) : '',
  });
