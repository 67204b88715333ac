import { capabilityOf } from '../capability-line.ts'
import type { Finding } from '../finding.ts'
import type { House } from '../house.ts'
import { resolveImport, type Target } from '../resolve-import.ts'
import type { Room } from '../room.ts'
import { CAPABILITY_PACKAGES, ROOMS, roomOf } from '../rooms.ts'

/** Which room may use which package. */
export function findForbiddenPackages({ modules }: House): Finding[] {
  return modules.flatMap(({ path, imports }) => {
    const room = roomOf(path)
    if (room === null) return []
    return imports.flatMap(({ specifier, line }): Finding[] => {
      const target = specifier === null ? null : resolveImport(path, specifier)
      if (target === null || target.kind === 'file' || permits(room, path, target)) return []
      return [{ path, line, sentence: refusal(room, target) }]
    })
  })
}

function permits(room: Room, path: string, target: Exclude<Target, { kind: 'file' }>): boolean {
  const capability = room.name === 'verb' ? capabilityOf(path) : null
  const own = capability === null ? [] : (CAPABILITY_PACKAGES[capability] ?? [])
  return [...room.packages, ...own].some((entry) => covers(entry, target))
}

function covers(entry: string, { kind, name }: Exclude<Target, { kind: 'file' }>): boolean {
  if (entry === '*') return true
  return kind === 'node' ? entry === 'node:*' : name === entry || name.startsWith(`${entry}/`)
}

/** The rooms where a package is at home are read from the table, so that the advice cannot grow stale. */
function refusal(room: Room, target: Exclude<Target, { kind: 'file' }>): string {
  const homes = [
    ...ROOMS.filter(({ packages }) => packages.some((entry) => entry !== '*' && covers(entry, target))).map(
      ({ name }) => name,
    ),
    ...Object.entries(CAPABILITY_PACKAGES)
      .filter(([, packages]) => packages.some((entry) => covers(entry, target)))
      .map(([capability]) => `lib/${capability}`),
  ]
  const refused = `imports ${target.name}, but ${room.name} may not use it`
  if (target.kind === 'node') return `${refused}. ${room.instead}` // at home in too many rooms to be advice
  const advice =
    homes.length > 0
      ? `what needs it belongs in ${homes.join(' or ')}`
      : 'no room has it; put it in the row of the one room that is about it'
  return `${refused}: ${advice}. ${room.instead}`
}
