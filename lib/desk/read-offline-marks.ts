import type { OfflineMark } from '#lib/domain/offline.ts'
import { isUuid } from '#lib/domain/uuid.ts'

const MOST = 200

/** The marks of a workstation as they were sent, in JSON; undefined for anything of another shape. */
export function readOfflineMarks(text: string): readonly OfflineMark[] | undefined {
  const read = parse(text)
  return Array.isArray(read) && read.length <= MOST && read.every(isMark)
    ? read.map(({ key, appointmentId, roles, at }) => ({ key: key.toLowerCase(), appointmentId, roles, at }))
    : undefined
}

function isMark(read: unknown): read is OfflineMark {
  if (typeof read !== 'object' || read === null) return false
  const { key, appointmentId, roles, at } = read as Record<string, unknown>
  return (
    [key, appointmentId].every((id) => typeof id === 'string' && isUuid(id)) &&
    Array.isArray(roles) &&
    roles.length > 0 &&
    roles.every((role) => role === 1 || role === 2) &&
    typeof at === 'string' &&
    /^\d{4}-\d\d-\d\dT[\d:.]{5,12}Z$/.test(at) &&
    !Number.isNaN(Date.parse(at))
  )
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
