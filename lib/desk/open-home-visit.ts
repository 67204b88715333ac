import { openJson } from '#lib/identity/open-json.ts'
import type { SealedVisit } from './seal-home-visit.ts'

/** Who is visited and where. */
export function openHomeVisit({ id, sealed }: { readonly id: string; readonly sealed: Buffer }): SealedVisit {
  return openJson<SealedVisit>(`home-visit ${id}`, sealed)
}
