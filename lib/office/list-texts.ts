import type { Pool } from '#lib/db/pool.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import { LETTER_KINDS } from '#lib/domain/letter.ts'
import type { LocalizedText } from '#lib/domain/localized-text.ts'
import { type ActPlace, mayDoAt, pathOfPlace, refuseStaffAt } from '#lib/domain/place-act.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import type { Scope } from '#lib/domain/scope-path.ts'
import type { TextName } from '#lib/domain/text-draft.ts'
import { versionAlong, versionBefore } from '#lib/domain/version-line.ts'
import { findPlace } from './policy.sql.ts'
import { readTextsOf, type TextVersion } from './text.sql.ts'

/** A text as it stands for a place. */
interface TextRow {
  readonly name: TextName
  /** Whose version holds; undefined: the words of the house, or no announcement. */
  readonly origin: TextVersion | undefined
  /** The place's own: those to come, the next one first, and those that are over or were taken back. */
  readonly coming: readonly TextVersion[]
  readonly past: readonly TextVersion[]
  /** What held before a version of the place's own; undefined: as for `origin`. */
  readonly versionBefore: (own: TextVersion) => TextVersion | undefined
}

export interface PlaceTexts {
  readonly place: ActPlace & { readonly name: LocalizedText | undefined }
  readonly rows: readonly TextRow[]
  readonly mayPropose: boolean
}

const NAMES: readonly TextName[] = [
  { kind: 'announcement', key: 'office' },
  ...LETTER_KINDS.map((key) => ({ kind: 'letter', key }) as const),
]

/** Every text that can be worded anew as it holds for a place, where it comes from, what is coming and what was. */
export async function listTexts(
  pool: Pool,
  wish: { readonly actor: StaffActor; readonly place: Scope; readonly now: Date },
): Promise<Result<PlaceTexts>> {
  const { actor, now } = wish
  const place = await findPlace(pool, wish.place)
  if (!place) return refuse('not-found')
  const refused = refuseStaffAt(actor, 'see-policies', place)
  if (refused) return refused
  const today = shanghaiToday(now)
  const path = pathOfPlace(place)
  const along = await readTextsOf(pool, path)
  const rows = NAMES.map((name) => {
    const ofName = along.filter(({ kind, key }) => kind === name.kind && key === name.key)
    const own = ofName.filter(({ scope, scopeId }) => scope === place.scope && scopeId === place.scopeId)
    const isComing = (one: TextVersion) => !one.isTakenBack && one.validFrom > today
    const isPast = (one: TextVersion) => one.isTakenBack || (one.validTo !== null && one.validTo < today)
    return {
      name,
      origin: versionAlong(
        ofName.filter(({ isTakenBack }) => !isTakenBack),
        path,
        today,
      ),
      coming: own.filter(isComing).toReversed(),
      past: own.filter(isPast),
      versionBefore: (one: TextVersion) => versionBefore(ofName, one, path),
    }
  })
  return accept({ place, rows, mayPropose: mayDoAt(actor.grants, 'propose-policy', place) })
}
