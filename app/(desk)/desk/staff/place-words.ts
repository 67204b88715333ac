import type { WaitingGrantLine } from '#components/desk/waiting-grants.tsx'
import type { Locale, LocalizedText } from '#lib/domain/localized-text.ts'
import type { Scope } from '#lib/domain/scope-path.ts'
import type { WaitingGrant } from '#lib/identity/list-grant-requests.ts'
import { getOffice } from '#lib/office/get-office.ts'
import { listRegions } from '#lib/office/list-regions.ts'

/** What the place of a role is called: its office, its region with what it lies in, or the nation. */
export async function placeWords({ scope, scopeId }: Scope, locale: Locale, nation: string): Promise<string> {
  if (scope === 'national') return nation
  if (scope === 'office') return (await getOffice(scopeId))?.name[locale] ?? scopeId
  const regions = await listRegions({ within: scopeId })
  return regions.find(({ code }) => code === scopeId)?.name[locale] ?? scopeId
}

/** A waiting role for the screen. */
export function waitingLine(waiting: WaitingGrant, locale: Locale, nation: string): WaitingGrantLine {
  const { id, askedByName, askedAt, note, request, scope, scopeId } = waiting
  const placeName: LocalizedText | undefined = waiting.placeName
  const { name, username, role } = request
  const place = placeName?.[locale] ?? (scope === 'national' ? nation : scopeId)
  return { id, askedByName, askedAt, note, name, username, role, placeName: place }
}
