import type { Finding } from '../finding.ts'
import type { House } from '../house.ts'
import { resolveImport } from '../resolve-import.ts'

const MINT = 'lib/domain/actor.ts'
const MINTERS = ['lib/edge/actor.ts', 'lib/edge/staff-actor.ts', 'lib/api/authenticate.ts']
/** Plays a clerk that the demo world has just planted; loaded only where a demo is planted. */
const DEMO_MINTER = 'prisma/seed/demo-clerk.ts'

/** Authority is a type: an Actor is made only where somebody has been proven to be who they say. */
export function findForgedActors({ modules }: House): Finding[] {
  return modules
    .filter(({ path }) => !MINTERS.includes(path) && path !== DEMO_MINTER && !path.startsWith('tests/'))
    .flatMap(({ path, imports }) =>
      imports
        .filter(({ specifier, names }) => {
          const target = specifier === null ? null : resolveImport(path, specifier)
          const takesIt = names.includes('mintActor') || names.includes('*')
          return takesIt && target?.kind === 'file' && target.path === MINT
        })
        .map(({ line }) => ({
          path,
          line,
          sentence: `can mint an actor: only ${MINTERS.join(' and ')} may, from the database; take an Actor as an argument, and import single names from ${MINT}.`,
        })),
    )
}
