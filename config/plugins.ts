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

/** Private files lie in a directory, unless the environment names a bucket. */
const files = (env: Core.Config.Shared.ConfigParams['env']) =>
  env('FILES_PROVIDER', 'directory') === 'directory'
    ? { provider: 'directory' }
    : {
        provider: env('FILES_PROVIDER'),
        bucket: env('S3_BUCKET'),
        region: env('S3_REGION') || undefined,
        endpoint: env('S3_ENDPOINT') || undefined,
        prefix: env('S3_PREFIX') || undefined,
        accessKeyId: env('S3_ACCESS_KEY_ID') || undefined,
        secretAccessKey: env('S3_SECRET_ACCESS_KEY') || undefined,
        forcePathStyle: env.bool('S3_FORCE_PATH_STYLE', false),
      };

const config = ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Plugin => ({
  email: { config: mail(env) },
  'users-permissions': { config: { jwtManagement: 'legacy-support', jwt: { expiresIn: '7d' } } },
  'property-desk': {
    enabled: true,
    config: {
      timeZone: env('TIME_ZONE', 'Asia/Shanghai'),
      locale: env('DESK_LOCALE', 'zh-Hans'),
      filesDirectory: env('FILES_DIRECTORY', 'private/files'),
      files: files(env),
      accessLogMonths: env.int('ACCESS_LOG_MONTHS', 24),
      wecomHosts: env.array('WECOM_HOSTS', ['qyapi.weixin.qq.com']),
      sms: { url: env('SMS_URL'), token: env('SMS_TOKEN') },
      smsHosts: env.array('SMS_HOSTS', []),
    },
  },
});

export default config;
