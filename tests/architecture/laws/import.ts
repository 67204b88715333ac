import { capabilityOf, placeInLine } from '../capability-line.ts'
import type { Finding } from '../finding.ts'
import type { House } from '../house.ts'
import type { Import } from '../reading/module.ts'
import { resolveImport } from '../resolve-import.ts'
import type { Room } from '../room.ts'
import { roomOf } from '../rooms.ts'

/** The table between rooms: each import of a file of ours must stand in the importing room's row. */
export function findForbiddenRooms({ modules }: House): Finding[] {
  return eachImportOfOurs(modules, (room, from, target) => {
    const theirs = roomOf(target)
    if (theirs === null) return `imports ${target}, which is in no room: give it one first.`
    if (room.imports.includes('*') || room.imports.includes(theirs.name)) return null
    if (theirs === room && sameFolder(room, from, target)) return null
    if (theirs.name === 'lib/log.ts' && !room.silent) return null
    if (isStrangersStore(from, target)) return null // says findOpenedStores, better
    return `imports ${target}, but ${room.name} may not use ${theirs.name}. ${room.instead}`
  })
}

/** A store is private to its folder. */
export function findOpenedStores({ modules }: House): Finding[] {
  return eachImportOfOurs(modules, (room, from, target) => {
    if (room.imports.includes('*') || !isStrangersStore(from, target)) return null
    const folder = `lib/${capabilityOf(target)}`
    return `imports ${target}, which is private to its folder: call a verb of ${folder} instead, or add the verb there.`
  })
}

/** The line of capabilities. */
export function findStepsOutOfLine({ modules }: House): Finding[] {
  return eachImportOfOurs(modules, (_room, from, target) => {
    const own = capabilityOf(from)
    const other = capabilityOf(target)
    if (own === null || other === null || placeInLine(other) <= placeInLine(own)) return null
    if (isStrangersStore(from, target)) return null
    return `imports ${target}, but lib/${own} stands before lib/${other} in the line: move what needs both to lib/${other} or later, a rule that both share to lib/domain.`
  })
}

function sameFolder({ pattern }: Room, from: string, target: string): boolean {
  return pattern.exec(from)?.[1] === pattern.exec(target)?.[1]
}

function isStrangersStore(from: string, target: string): boolean {
  return roomOf(target)?.name === 'store' && capabilityOf(target) !== capabilityOf(from)
}

function eachImportOfOurs(
  modules: House['modules'],
  judge: (room: Room, from: string, target: string) => string | null,
): Finding[] {
  const judgeOne = (room: Room, path: string, { specifier, line }: Import): Finding[] => {
    const target = specifier === null ? null : resolveImport(path, specifier)
    const sentence = target?.kind === 'file' ? judge(room, path, target.path) : null
    return sentence === null ? [] : [{ path, line, sentence }]
  }
  return modules.flatMap(({ path, imports }) => {
    const room = roomOf(path)
    return room === null ? [] : imports.flatMap((one) => judgeOne(room, path, one))
  })
}
