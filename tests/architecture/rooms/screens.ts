import { CAPABILITY_LINE } from '../capability-line.ts'
import type { Room } from '../room.ts'

const ANY = CAPABILITY_LINE.join('|')

/** What people see. */
export const ROOMS_WITH_SCREENS: readonly Room[] = [
  {
    name: 'components/ui',
    pattern: /^components\/ui\//,
    imports: [],
    packages: ['react', 'radix-ui', 'next/link'],
    silent: true,
    instead:
      'components/ui could ship in another product: what knows ours belongs in components/<capability>, and words come in as props.',
  },
  {
    name: 'components/<capability>',
    pattern: new RegExp(`^components/(${ANY}|hall)/`),
    imports: ['components/ui', 'lib/format', 'lib/domain', 'schema'],
    packages: ['react', 'next-intl'],
    silent: true,
    instead:
      'A component gets values and an action as props: what fetches, decides or puts two capabilities on one screen belongs in app/, what calls a verb in lib/edge or app/**/actions.ts.',
  },
  {
    name: 'app',
    pattern: /^(?:app\/|proxy\.ts$|instrumentation\.ts$)/,
    imports: [
      'lib/edge',
      'lib/log.ts',
      'schema',
      'verb',
      'handle',
      'lib/domain',
      'lib/format',
      'components/ui',
      'components/<capability>',
    ],
    packages: ['next', 'react', 'next-intl'],
    instead:
      'A page parses, asks who is there, calls one verb and chooses what to show: a query belongs in lib/<capability>, settings, languages and sign-in in lib/edge.',
  },
]
