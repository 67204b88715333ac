import type { Finding } from '../finding.ts'
import type { House } from '../house.ts'
import { roomOf } from '../rooms.ts'

/** Every file belongs to a room. */
export function findHomeless({ modules }: House): Finding[] {
  return modules
    .filter(({ path }) => roomOf(path) === null)
    .map(({ path }) => ({ path, line: 1, sentence: `is in no room: ${whereInstead(path)}` }))
}

function whereInstead(path: string): string {
  if (path.startsWith('components/')) {
    return 'components/ holds ui/ and one folder per capability; what puts several capabilities on one screen belongs in app/.'
  }
  if (path.startsWith('lib/')) {
    return 'lib/ holds domain, the capabilities, api, edge, jobs, db, format, i18n, launch, env.ts and log.ts; a new rule belongs in lib/domain, a new verb in the capability it serves.'
  }
  if (path.startsWith('prisma/')) return 'under prisma/ code lies only in seed/ and prisma.config.ts.'
  return 'the rooms are server.ts, proxy.ts, app/, components/, lib/, prisma/seed/, tests/ and the tools’ *.config.ts; pick the one that does this already.'
}
