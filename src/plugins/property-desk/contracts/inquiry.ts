/** 咨询, article 8: what cannot be answered on the spot gets a promised reply. */

export const INQUIRY_STATES = ['open', 'answered', 'converted', 'cancelled'] as const;
export type InquiryState = (typeof INQUIRY_STATES)[number];

export const INQUIRY_ENDED = ['answered', 'converted', 'cancelled'] as const;

/** How the answer reached the person. */
export const ANSWER_WAYS = ['phone', 'visit', 'chat', 'mail', 'counter'] as const;
