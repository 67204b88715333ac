import { type ArrivalMark, type EndMark, isOfflineEnd, type OfflineMark } from '#lib/domain/offline.ts'
import { REJECTIONS } from '#lib/domain/outcome.ts'
import { isUuid } from '#lib/domain/uuid.ts'

const MOST = 200
const MOST_DOCUMENTS = 4
const LONGEST_DOCUMENT = 60

/** The marks of a workstation as they were sent, in JSON; undefined for anything of another shape. */
export function readOfflineMarks(text: string): readonly OfflineMark[] | undefined {
  const read = parse(text)
  if (!Array.isArray(read) || read.length > MOST) return undefined
  const marks = read.map(readMark)
  return marks.every((mark) => mark !== undefined) ? marks : undefined
}

function readMark(read: unknown): OfflineMark | undefined {
  if (typeof read !== 'object' || read === null) return undefined
  const { key, appointmentId, at, ...rest } = read as Record<string, unknown>
  if (!isId(key) || !isId(appointmentId) || !isInstant(at)) return undefined
  const what = 'end' in rest ? readEnd(rest) : readArrival(rest)
  return what && { key: key.toLowerCase(), appointmentId, at, ...what }
}

function readArrival({ roles }: Record<string, unknown>): Pick<ArrivalMark, 'roles'> | undefined {
  const isRead = Array.isArray(roles) && roles.length > 0 && roles.every((role) => role === 1 || role === 2)
  return isRead ? { roles } : undefined
}

function readEnd(read: Record<string, unknown>): Pick<EndMark, 'end' | 'seenAt'> | undefined {
  const { end, seenAt, documents = [] } = read
  const rejection = REJECTIONS.find((one) => one === read.rejection)
  if (!isOfflineEnd(end) || !isInstant(seenAt) || (read.rejection !== undefined && !rejection))
    return undefined
  if (!Array.isArray(documents) || documents.length > MOST_DOCUMENTS) return undefined
  if (!documents.every((one) => typeof one === 'string' && one.length <= LONGEST_DOCUMENT)) return undefined
  return {
    ...{ end, seenAt },
    ...(rejection ? { rejection } : {}),
    ...(documents.length > 0 ? { documents } : {}),
  }
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && isUuid(value)
}

function isInstant(value: unknown): value is string {
  return (
    typeof value === 'string' &&
    /^\d{4}-\d\d-\d\dT[\d:.]{5,12}Z$/.test(value) &&
    !Number.isNaN(Date.parse(value))
  )
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
