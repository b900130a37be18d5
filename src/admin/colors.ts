/**
 * Colours of the panel by day, where Strapi's own are too pale to be read: small words on badges have a contrast of 3.6
 * to 4.4 there, and need 4.5 (WCAG 2.1, 1.4.3).
 */
export const DAY = {
  warning700: '#954600',
  danger700: '#9e2011',
  primary200: '#e0e0ff',
};
