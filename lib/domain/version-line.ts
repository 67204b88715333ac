import { addDays, type CalendarDate } from './calendar-date.ts'
import { accept, type Result, refuse } from './refusal.ts'
import type { Scope } from './scope-path.ts'

/** One dated version of a rule, a text or a list, of one place. */
export interface Version {
  readonly id: string
  readonly validFrom: CalendarDate
  /** Its last day; null while nothing follows. */
  readonly validTo: CalendarDate | null
  /** It ended the one before it, which goes on when it is taken back. */
  readonly tookOver: boolean
}

/** An end of a version that is written with another one. */
export interface VersionEnd {
  readonly id: string
  readonly validTo: CalendarDate | null
}

/**
 * Where a new version fits between those of its place (its line): which one it ends, and until when it holds itself: as
 * long as that one would have, or until the next one. Never from a day that is over, nor from the first day of another.
 */
export function placeVersion(
  line: readonly Version[],
  from: CalendarDate,
  today: CalendarDate,
): Result<{ readonly ends: VersionEnd | undefined; readonly validTo: CalendarDate | null }> {
  if (from < today) return refuse('invalid-input', [{ path: 'validFrom', reason: 'day-over' }])
  if (line.some(({ validFrom }) => validFrom === from))
    return refuse('invalid-input', [{ path: 'validFrom', reason: 'day-taken' }])
  const before = versionOn(line, from)
  const [next] = line
    .filter(({ validFrom }) => validFrom > from)
    .sort((one, other) => one.validFrom.localeCompare(other.validFrom))
  const untilNext = next ? addDays(next.validFrom, -1) : null
  const lasts = [before?.validTo ?? null, untilNext].filter((day) => day !== null)
  const [validTo = null] = lasts.sort()
  return accept({ ends: before && { id: before.id, validTo: addDays(from, -1) }, validTo })
}

/** What goes on when a coming version is taken back; one that has begun is not taken back but followed by another. */
export function liftVersion(
  line: readonly Version[],
  id: string,
  today: CalendarDate,
): Result<{ readonly goesOn: VersionEnd | undefined }> {
  const version = line.find((one) => one.id === id)
  if (!version) return refuse('not-found')
  if (version.validFrom <= today) return refuse('invalid-input', [{ path: 'version', reason: 'has-begun' }])
  const eve = addDays(version.validFrom, -1)
  const before = version.tookOver ? line.find(({ validTo }) => validTo === eve) : undefined
  return accept({ goesOn: before && { id: before.id, validTo: version.validTo } })
}

/** The version of one place that holds on a day: the youngest of those that do. */
export function versionOn<One extends Pick<Version, 'validFrom' | 'validTo'>>(
  line: readonly One[],
  on: CalendarDate,
): One | undefined {
  return line
    .filter(({ validFrom, validTo }) => validFrom <= on && (validTo === null || on <= validTo))
    .sort((one, other) => other.validFrom.localeCompare(one.validFrom))[0]
}

/**
 * What held at the place of a version before it began, or would have held had it not come: its own earlier version, or
 * that of a wider place; undefined where nothing was said, and the default held.
 */
export function versionBefore<
  One extends Scope & Pick<Version, 'id' | 'validFrom' | 'validTo'> & { readonly isTakenBack: boolean },
>(versions: readonly One[], { id, validFrom }: Pick<Version, 'id' | 'validFrom'>, path: readonly Scope[]) {
  const others = versions.filter((one) => one.id !== id && !one.isTakenBack)
  return versionAlong(others, path, addDays(validFrom, -1))
}

/** The version that holds for a place on a day: that of the narrowest scope along its path. */
export function versionAlong<One extends Scope & Pick<Version, 'validFrom' | 'validTo'>>(
  versions: readonly One[],
  /** From the nation inwards. */
  path: readonly Scope[],
  on: CalendarDate,
): One | undefined {
  for (const { scope, scopeId } of path.toReversed()) {
    const line = versions.filter((one) => one.scope === scope && one.scopeId === scopeId)
    const found = versionOn(line, on)
    if (found) return found
  }
  return undefined
}
