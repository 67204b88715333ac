import type { Room } from '../room.ts'

const DATABASE = ['lib/db', 'handle', 'transaction']

/** What translates between the house and the world, and what puts it together. */
export const ROOMS_AT_THE_EDGE: readonly Room[] = [
  {
    name: 'lib/i18n',
    pattern: /^lib\/i18n\//,
    imports: ['lib/domain'],
    packages: ['next-intl', '@formatjs/icu-messageformat-parser', 'node:*'],
    instead:
      'lib/i18n only knows languages and their messages: turning a value into words belongs in lib/format, reading the visitor’s language from a request in lib/edge.',
  },
  {
    name: 'lib/format',
    pattern: /^lib\/format\//,
    imports: ['lib/domain', 'lib/i18n'],
    packages: ['next-intl', 'tyme4ts', 'date-fns'],
    instead:
      'lib/format turns values into words: whoever shows them hands the values in; how they look belongs in components/.',
  },
  {
    name: 'lib/edge',
    pattern: /^lib\/edge\//,
    imports: ['lib/domain', 'schema', 'verb', 'handle', 'lib/format', 'lib/i18n', 'lib/env.ts'],
    packages: ['next', 'next-auth', 'next-intl', 'react', 'rate-limiter-flexible'],
    instead:
      'An edge translates: what it wants from the database or from a machine it asks of a verb in lib/<capability>; how a screen looks belongs in components/ and app/.',
  },
  {
    name: 'lib/api',
    pattern: /^lib\/api\//,
    imports: ['lib/domain', 'schema', 'verb', 'handle', 'lib/format', 'lib/i18n', 'lib/log.ts'],
    packages: ['hono', '@hono/zod-openapi', '@hono/node-server', 'zod', 'node:*'],
    instead:
      'The API translates: it asks a verb in lib/<capability> for what it wants, takes words from lib/format, and server.ts hands it its settings.',
  },
  {
    name: 'lib/jobs',
    pattern: /^lib\/jobs\//,
    imports: ['lib/domain', 'schema', 'verb', ...DATABASE],
    packages: ['pg-boss'],
    instead:
      'A job only says when: what is done then is a verb in lib/<capability>, and server.ts hands it its settings.',
  },
  {
    name: 'lib/launch',
    pattern: /^lib\/launch\//,
    imports: ['lib/env.ts', ...DATABASE, 'prisma/seed'],
    packages: ['node:*'],
    instead:
      'lib/launch is what happens before and around the process: what the running house needs belongs in server.ts or the room it is about.',
  },
  {
    name: 'server.ts',
    pattern: /^(?:server|verify-record)\.ts$/,
    imports: [
      'lib/domain',
      'schema',
      'verb',
      'demo provider',
      'lib/env.ts',
      ...DATABASE,
      'lib/i18n',
      'lib/format',
      'lib/edge',
      'lib/api',
      'lib/jobs',
      'lib/launch',
      'prisma/seed',
    ],
    packages: ['next', 'hono', '@hono/node-server', 'node:*'],
    instead:
      'server.ts (and verify-record.ts) only puts the house together: pages are reached through Next, queries through verbs; the rest belongs in the room it is about.',
  },
  {
    name: 'prisma/seed',
    pattern: /^prisma\/seed\//,
    imports: ['lib/domain', 'lib/env.ts', ...DATABASE, 'generated client', 'verb'],
    packages: ['node:*'],
    instead:
      'The demo world is planted through the verbs and the database client: what it needs beyond belongs in a verb of lib/<capability>.',
  },
  {
    name: 'configuration',
    pattern: /^(?:[^/]+\.config\.(?:ts|mjs)|prisma\/prisma\.config\.ts)$/,
    imports: ['lib/env.ts', 'tests'],
    packages: ['*'],
    instead: 'A configuration file only configures its tool: what the product does belongs in lib/.',
  },
]
