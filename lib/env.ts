import { resolve } from 'node:path'
import { z } from 'zod'
import { key32, keySetting, onOff, origin, origins, secret, setting, web, whole } from './setting-kinds.ts'

const table = {
  PORT: setting(whole(1, 65_535), '3000', 'a whole number from 1 to 65535', 'Port for pages and API'),
  HOST: setting(
    z.string().regex(/^[\w.:-]+$/),
    '0.0.0.0',
    'an IP address or a host name of this machine',
    'Network interface to listen on',
  ),
  PUBLIC_URL: setting(
    origin.optional(),
    '',
    'an address without a path, such as https://yueding.example',
    'Address under which people reach the site; without one `http://localhost:PORT`',
  ),
  DATA_DIR: setting(
    z.string().transform((folder) => resolve(/* turbopackIgnore: true */ folder)),
    '.data',
    'a folder',
    'Folder of the embedded database and of the keys that were not given',
  ),
  DATABASE_URL: setting(
    z.url({ protocol: /^postgres(ql)?$/ }).optional(),
    '',
    'an address such as postgresql://user:password@host:5432/database',
    'PostgreSQL 15 or newer; without one an embedded PostgreSQL runs in `DATA_DIR`',
  ),
  DB_POOL_SIZE: setting(
    whole(4, 1000),
    '20',
    'a whole number from 4 to 1000',
    'Connections to the database that one process keeps at most',
  ),
  ROLE: setting(
    z.enum(['all', 'web', 'api', 'jobs']),
    'all',
    'all, web, api or jobs',
    'What this process does: everything, or only pages, only the API, only timed work',
  ),
  DEMO: setting(
    onOff,
    'on',
    'on or off',
    'Plants the demo world in an empty database and, without `OIDC_ISSUER`, runs a demo identity service',
  ),
  OIDC_ISSUER: setting(
    web.optional(),
    '',
    'an address such as https://id.example',
    'OpenID provider of the real-name sign-in',
  ),
  OIDC_CLIENT_ID: setting(
    z.string().optional(),
    '',
    'given when OIDC_ISSUER is given',
    'Our name at the OpenID provider',
  ),
  OIDC_CLIENT_SECRET: setting(
    z.string().optional(),
    '',
    'given when OIDC_ISSUER is given',
    'Our secret at the OpenID provider',
  ),
  SMTP_URL: setting(
    z.url({ protocol: /^smtps?$/ }).optional(),
    '',
    'an address such as smtps://user:password@mail.example:465',
    'Mail server for letters; without one a demo keeps them for its inbox',
  ),
  MAIL_FROM: setting(
    z.email().optional(),
    '',
    'an e-mail address; it is needed when SMTP_URL is given',
    'Address that letters come from',
  ),
  GATEWAY_URL: setting(
    web.optional(),
    '',
    'an address such as https://gateway.example/messages',
    'Gateway for text messages and WeChat (docs/messages.md); without one a demo keeps them for its inbox',
  ),
  GATEWAY_SECRET: secret('Signs the calls to the gateway', '; it is needed when GATEWAY_URL is given'),
  FIELD_KEYS: keySetting(
    'Keys for personal data; the highest version encrypts, all decrypt; made once when not given',
  ),
  INDEX_KEY: setting(
    key32.optional(),
    '',
    '32 bytes in base64',
    'Key of the blind index that finds people by document number; made once when not given',
  ),
  SESSION_SECRET: secret('Seals cookies; a new one signs everybody out; made once when not given'),
  VOUCHER_KEY: keySetting(
    'Ed25519 keys of vouchers; the highest version signs, all are published; made once when not given',
  ),
  AUDIT_KEY: keySetting(
    'Ed25519 keys of the record (docs/audit.md); the highest version signs, all verify; made once when not given',
  ),
  LOG_LEVEL: setting(
    z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']),
    'info',
    'fatal, error, warn, info, debug, trace or silent',
    'How much is logged',
  ),
  TRUST_PROXY: setting(
    onOff,
    'off',
    'on or off',
    'Believes `X-Forwarded-*`; only behind a proxy of yours that sets them',
  ),
  METRICS_TOKEN: secret(
    'Opens `/metrics` to Prometheus with this token as bearer; without one there is no such address',
  ),
  FRAME_ANCESTORS: setting(
    origins.optional(),
    '',
    'addresses without a path, such as https://app.example, separated by commas',
    'Sites of host apps that may show the couples’ pages in a frame (with `PUBLIC_URL` on https); without any nobody may',
  ),
  WEBHOOK_PRIVATE: setting(
    onOff,
    'off',
    'on or off',
    'Lets webhooks go to private addresses; only where channels live in the same closed network',
  ),
  EXIT_URL: setting(
    web,
    'https://www.weather.com.cn/',
    'an address such as https://weather.example',
    'Where "exit this page" leads: a site that tells nothing about whoever has it open',
  ),
  HOLD_MINUTES: setting(
    whole(1, 120),
    '10',
    'a whole number from 1 to 120',
    'How long a chosen time is kept while the answers are filled in',
  ),
  PARTNER_HOURS: setting(
    whole(1, 720),
    '24',
    'a whole number from 1 to 720',
    'How long an appointment waits for the partner to agree',
  ),
  RETENTION_DAYS: setting(
    whole(1, 36_500),
    '180',
    'a whole number from 1 to 36500',
    'Days after an appointment (or its end) until it is anonymised',
  ),
}

type Name = keyof typeof table
type Value<N extends Name> = z.output<(typeof table)[N]['schema']>

// Their values are never shown, not even wrong ones.
const secrets: readonly string[] = [
  'DATABASE_URL',
  'OIDC_CLIENT_SECRET',
  'SMTP_URL',
  'GATEWAY_SECRET',
  'FIELD_KEYS',
  'INDEX_KEY',
  'SESSION_SECRET',
  'VOUCHER_KEY',
  'AUDIT_KEY',
  'METRICS_TOKEN',
] satisfies Name[]

/** The settings as the README shows them; a test holds the two together. */
export const settings: readonly { name: string; fallback: string; meaning: string }[] = Object.entries(
  table,
).map(([name, { fallback, meaning }]) => ({ name, fallback, meaning }))

function read<N extends Name>(name: N): Value<N> {
  const { schema, fallback } = table[name]
  const text = process.env[name]?.trim() || fallback || undefined
  const parsed = schema.safeParse(text)
  return parsed.success ? (parsed.data as Value<N>) : refuse(name, text)
}

function refuse(name: Name, text: string | undefined): never {
  const fault = text === undefined ? 'is missing' : secrets.includes(name) ? 'is wrong' : `is "${text}"`
  throw new Error(`The setting ${name} ${fault}; it must be ${table[name].allowed}.`)
}

for (const name of Object.keys(table) as Name[]) read(name)

const oidcIssuer = read('OIDC_ISSUER')
const ours = (['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const).find((name) => oidcIssuer && !read(name))
if (ours) refuse(ours, undefined)
if (read('SMTP_URL') && !read('MAIL_FROM')) refuse('MAIL_FROM', undefined)
if (read('GATEWAY_URL') && !read('GATEWAY_SECRET')) refuse('GATEWAY_SECRET', undefined)

/**
 * The environment, parsed once. A wrong value throws a sentence that names the setting and what is allowed. The keys
 * are read when they are first used, because the start may make them after this file was loaded.
 */
export const env = Object.freeze({
  port: read('PORT'),
  host: read('HOST'),
  /** Origin without a slash at the end. */
  publicUrl: read('PUBLIC_URL') ?? `http://localhost:${read('PORT')}`,
  /** Absolute path. */
  dataDir: read('DATA_DIR'),
  /** Undefined: the embedded database. */
  databaseUrl: read('DATABASE_URL'),
  databasePoolSize: read('DB_POOL_SIZE'),
  role: read('ROLE'),
  demo: read('DEMO'),
  oidcIssuer,
  oidcClientId: read('OIDC_CLIENT_ID'),
  oidcClientSecret: read('OIDC_CLIENT_SECRET'),
  smtpUrl: read('SMTP_URL'),
  mailFrom: read('MAIL_FROM'),
  gatewayUrl: read('GATEWAY_URL'),
  gatewaySecret: read('GATEWAY_SECRET'),
  logLevel: read('LOG_LEVEL'),
  trustProxy: read('TRUST_PROXY'),
  metricsToken: read('METRICS_TOKEN'), // undefined: nobody measures
  frameAncestors: read('FRAME_ANCESTORS') ?? [], // origins; empty: nobody may frame us
  webhookPrivate: read('WEBHOOK_PRIVATE'),
  exitUrl: read('EXIT_URL'),
  holdMinutes: read('HOLD_MINUTES'),
  partnerHours: read('PARTNER_HOURS'),
  retentionDays: read('RETENTION_DAYS'),
  get fieldKeys(): readonly { version: number; key: Buffer }[] {
    return read('FIELD_KEYS') ?? refuse('FIELD_KEYS', undefined)
  },
  get indexKey(): Buffer {
    return read('INDEX_KEY') ?? refuse('INDEX_KEY', undefined)
  },
  get sessionSecret(): string {
    return read('SESSION_SECRET') ?? refuse('SESSION_SECRET', undefined)
  },
  /** Seeds of Ed25519 keys, here and below. */
  get voucherKeys(): readonly { version: number; key: Buffer }[] {
    return read('VOUCHER_KEY') ?? refuse('VOUCHER_KEY', undefined)
  },
  get auditKeys(): readonly { version: number; key: Buffer }[] {
    return read('AUDIT_KEY') ?? refuse('AUDIT_KEY', undefined)
  },
})
