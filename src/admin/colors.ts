/**
 * Colours of the panel where Strapi's own are too pale to be read: small words on badges have a contrast of 2.4 to 4.4
 * there, and need 4.5 (WCAG 2.1, 1.4.3).
 */
export const DAY = {
  warning700: '#954600',
  danger700: '#9e2011',
  alternative700: '#7a0fc4',
  primary200: '#e0e0ff',
  neutral500: '#6f6f8e',
  // A button under the pointer.
  buttonPrimary500: '#5a58ff',
};

/** The same by night. */
export const NIGHT = {
  danger700: '#f5c0b8',
  primary200: '#181826',
  buttonPrimary500: '#5a58ff',
};
