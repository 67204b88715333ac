import type { Finding } from '../finding.ts'
import type { House } from '../house.ts'
import { roomOf } from '../rooms.ts'

const WALL = 250
const TIMELESS = ['lib/domain', 'schema', 'store', 'verb', 'components/ui', 'components/<capability>']

/** What the parser cannot read, no law can judge. */
export function findSyntaxErrors({ modules }: House): Finding[] {
  return modules.flatMap(({ path, syntaxErrors }) =>
    syntaxErrors.map((error) => ({ path, line: 1, sentence: `cannot be parsed: ${error}` })),
  )
}

/** No file over 250 lines. */
export function findLongFiles({ modules }: House): Finding[] {
  return modules
    .filter(({ lines }) => lines > WALL)
    .map(({ path, lines }) => ({
      path,
      line: WALL + 1,
      sentence: `has ${lines} lines, the wall is ${WALL}: it holds two things; give each its own file, named for what it does.`,
    }))
}

/**
 * `now` is an argument in the domain, the capabilities and the components. The demo identity service answers HTTP by
 * itself, so it reads the clock where it is asked, as every edge does.
 */
export function findClockReads({ modules }: House): Finding[] {
  return modules
    .filter(({ path }) => TIMELESS.includes(roomOf(path)?.name ?? ''))
    .flatMap(({ path, clockReads }) =>
      clockReads.map(({ text, line }) => ({
        path,
        line,
        sentence: `reads the clock (${text}): take now as an argument; the edge, the API or the job reads it once and hands it in.`,
      })),
    )
}

/** The domain is a set of plain functions: same facts, same answer. */
export function findWorldReads({ modules }: House): Finding[] {
  return modules
    .filter(({ path }) => path.startsWith('lib/domain/'))
    .flatMap(({ path, worldReads }) =>
      worldReads.map(({ text, line }) => ({
        path,
        line,
        sentence: `uses ${text}: the domain knows no world outside; take the value as an argument, and let a verb in lib/<capability> fetch it.`,
      })),
    )
}

/** One door for showing dates and numbers. */
export function findDateWordings({ modules }: House): Finding[] {
  return modules
    .filter(({ path }) => !path.startsWith('lib/format/'))
    .flatMap(({ path, dateWordings }) =>
      dateWordings.map(({ text, line }) => ({
        path,
        line,
        sentence: `formats with ${text}: showing dates and numbers belongs in lib/format, which knows the zone and the three languages.`,
      })),
    )
}

/** Every `use server` is a public door, so doors are only where one looks for them. */
export function findHiddenDoors({ modules }: House): Finding[] {
  return modules
    .filter(({ path }) => !/^app\/(.*\/)?actions\.ts$/.test(path))
    .flatMap(({ path, serverDirectives }) =>
      serverDirectives.map(({ line }) => ({
        path,
        line,
        sentence:
          'opens a public door with "use server": an action belongs in an actions.ts under app/, a read in a page or a verb.',
      })),
    )
}
