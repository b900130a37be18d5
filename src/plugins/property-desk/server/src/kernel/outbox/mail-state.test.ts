import type { Core } from '@strapi/strapi';
import { createMailChannel } from './mail';

/** A Strapi with nothing but its configuration of mail. */
const configured = (email: object) =>
  ({ config: { get: () => email }, dirs: { app: { root: '/nowhere' } } }) as unknown as Core.Strapi;

test.each([
  [{ settings: { defaultFrom: 'a@b.cn' } }, { mode: 'files', from: 'a@b.cn' }],
  [
    {
      provider: 'nodemailer',
      providerOptions: {
        host: 'smtp.b.cn',
        port: 465,
        secure: true,
        auth: { user: 'postman', pass: 'not-to-be-told' },
      },
      settings: { defaultFrom: 'a@b.cn' },
    },
    { mode: 'on', provider: 'nodemailer', host: 'smtp.b.cn', port: 465, secure: true, login: true, from: 'a@b.cn' },
  ],
  [
    { provider: 'amazon-ses', providerOptions: { key: 'k' } },
    { mode: 'on', provider: 'amazon-ses', login: false },
  ],
])('of %j people are told how it stands, and nothing secret', (email, state) => {
  const told = createMailChannel(configured(email)).state?.();
  expect(told).toMatchObject(state);
  expect(JSON.stringify(told)).not.toMatch(/not-to-be-told|postman|"k"/);
});
