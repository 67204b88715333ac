import type { Room } from '../room.ts'

/** What proves the rest. */
export const ROOMS_OF_TESTS: readonly Room[] = [
  {
    name: 'tests/domain',
    pattern: /^tests\/domain\//,
    imports: ['lib/domain', 'lib/format', 'tests/support', 'prisma/seed'],
    packages: ['vitest', 'fast-check', 'node:*'],
    instead:
      'tests/domain proves pure rules: what needs a database belongs in tests/integration/<capability>, what needs a browser in tests/e2e.',
  },
  {
    name: 'tests/support',
    pattern: /^tests\/support\//,
    imports: ['*'],
    packages: ['*'],
    instead: '',
  },
  {
    name: 'docs/examples',
    pattern: /^docs\/examples\/[a-z-]+\.ts$/,
    imports: [],
    packages: ['node:*'],
    instead:
      'An example stands alone, as a channel would copy it: it knows the product only through its public API.',
  },
  { name: 'tests', pattern: /^tests\/(?!domain\/|support\/)/, imports: ['*'], packages: ['*'], instead: '' },
]
