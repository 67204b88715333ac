import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import type { LetterWording } from '#lib/domain/letter-wording.ts'
import type { Locale, LocalizedText } from '#lib/domain/localized-text.ts'
import { type ActPlace, pathOfPlace } from '#lib/domain/place-act.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import {
  faultsOfAnnouncement,
  type TextDraft,
  type TextRequest,
  type VersionText,
} from '#lib/domain/text-draft.ts'
import { liftVersion, placeVersion, type VersionEnd, versionAlong } from '#lib/domain/version-line.ts'
import { houseWording } from '#lib/format/house-wording.ts'
import { wordingFaults } from '#lib/format/wording-faults.ts'
import { hashLine } from './hash-line.ts'
import type { Queryable } from './store.ts'
import { readTextVersions, type TextVersion } from './text.sql.ts'

/** What a change of a text would do. */
export interface TextPicture {
  readonly request: TextRequest
  /** The end that another version of the same place gets with it. */
  readonly end: VersionEnd | undefined
  /** Until when a new version holds. */
  readonly validTo: CalendarDate | null
}

/**
 * Looks at a change of a text of a place: what was said, what will be said, and which version it ends; refuses a letter that
 * leaves out a fact, names what it does not have, or tells what it is about. The same look stands behind the preview, the
 * request and the agreement.
 */
export async function weighText(
  queryable: Queryable,
  place: ActPlace,
  draft: TextDraft,
  now: Date,
): Promise<Result<TextPicture>> {
  const refused = draft.change === 'new' ? refuseText(draft) : undefined
  if (refused) return refused
  const today = shanghaiToday(now)
  const all = (await readTextVersions(queryable, draft.name)).filter(({ isTakenBack }) => !isTakenBack)
  const line = all.filter(({ scope, scopeId }) => scope === place.scope && scopeId === place.scopeId)
  const basis = hashLine(line)
  const { kind, key } = draft.name
  const house = kind === 'letter' ? houseWording(key) : undefined
  const said = (versions: readonly TextVersion[], on: CalendarDate): VersionText | undefined =>
    versionAlong(versions, pathOfPlace(place), on)?.text ?? house
  if (draft.change === 'new') {
    const fit = placeVersion(line, draft.validFrom, today)
    if (!fit.ok) return fit
    const { ends: end, validTo } = fit.value
    const before = said(all, draft.validFrom)
    return accept({ request: { ...draft, basis, before, after: draft.text, ends: end?.id }, end, validTo })
  }
  const lift = liftVersion(line, draft.versionId, today)
  if (!lift.ok) return lift
  const { goesOn: end } = lift.value
  const version = line.find(({ id }) => id === draft.versionId)
  const left = all
    .filter((one) => one !== version)
    .map((one) => (one.id === end?.id ? { ...one, validTo: end.validTo } : one))
  const after = said(left, version?.validFrom ?? today)
  return accept({
    request: { ...draft, basis, before: version?.text, after, ends: undefined },
    end,
    validTo: null,
  })
}

function refuseText({ name, text, source }: Extract<TextDraft, { change: 'new' }>) {
  const wordings = text as Readonly<Record<Locale, LetterWording>>
  const faults =
    name.kind === 'letter'
      ? wordingFaults(name.key, wordings).map(({ locale, part, fault, name: placeholder }) => ({
          path: `text.${locale}.${part}${placeholder ? `.${placeholder}` : ''}`,
          reason: fault,
        }))
      : faultsOfAnnouncement(text as LocalizedText).map(({ locale, fault }) => ({
          path: `text.${locale}`,
          reason: fault,
        }))
  const sourceless = source.trim() ? [] : [{ path: 'source', reason: 'required' }]
  const errors = [...faults, ...sourceless]
  return errors.length > 0 ? refuse('invalid-input', errors) : undefined
}
