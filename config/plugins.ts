import type { Core } from '@strapi/strapi';

/** Mail goes out by SMTP where the environment names a server; otherwise the plugin writes it as .eml files. */
const mail = (env: Core.Config.Shared.ConfigParams['env']) =>
  env('SMTP_HOST')
    ? {
        provider: 'nodemailer',
        providerOptions: {
          host: env('SMTP_HOST'),
          port: env.int('SMTP_PORT', 587),
          secure: env.bool('SMTP_SECURE', false),
          // A mail server that hangs must not hold the outbox for nodemailer's ten minutes.
          connectionTimeout: 15_000,
          greetingTimeout: 15_000,
          socketTimeout: 60_000,
          ...(env('SMTP_USERNAME') && {
            auth: { user: env('SMTP_USERNAME'), pass: env('SMTP_PASSWORD') },
          }),
        },
        settings: {
          defaultFrom: env('MAIL_FROM', 'property-desk@localhost'),
          defaultReplyTo: env('MAIL_REPLY_TO', env('MAIL_FROM', 'property-desk@localhost')),
        },
      }
    : { settings: { defaultFrom: env('MAIL_FROM', 'property-desk@localhost') } };

const config = ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Plugin => ({
  email: { config: mail(env) },
  'users-permissions': { config: { jwtManagement: 'legacy-support', jwt: { expiresIn: '7d' } } },
  'property-desk': {
    enabled: true,
    config: {
      timeZone: env('TIME_ZONE', 'Asia/Shanghai'),
      locale: env('DESK_LOCALE', 'zh-Hans'),
      wecomHosts: env.array('WECOM_HOSTS', ['qyapi.weixin.qq.com']),
      sms: { url: env('SMS_URL'), token: env('SMS_TOKEN') },
      smsHosts: env.array('SMS_HOSTS', []),
    },
  },
});

export default config;
