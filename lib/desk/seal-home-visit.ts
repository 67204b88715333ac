import type { HomeVisitWish } from '#lib/domain/home-visit.ts'
import { sealJson } from '#lib/identity/seal-json.ts'

/** What of a wish for a visit is for nobody but the desk. */
export type SealedVisit = Pick<HomeVisitWish, 'address' | 'note' | 'people'> & {
  /** By which the asker's own contact is found; base64. */
  readonly askedBy?: string | undefined
}

/** Seals who is visited and where, bound to its row. */
export function sealHomeVisit(id: string, visit: SealedVisit): Buffer {
  return sealJson(`home-visit ${id}`, visit)
}
