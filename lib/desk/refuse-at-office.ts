import { refuseStaff, type StaffActor } from '#lib/domain/actor.ts'
import type { StaffAct } from '#lib/domain/permissions.ts'
import { type Refusal, refuse } from '#lib/domain/refusal.ts'
import { getOffice } from '#lib/office/get-office.ts'

/**
 * Why this member of staff may not do an act in an office; undefined where they may. `at` is the office where they sit:
 * whatever concerns a case of another office is refused even to those who work in both, because from application to
 * certificate it stays with the office that accepted it. 民发〔2020〕116号.
 */
export async function refuseAtOffice(
  actor: StaffActor,
  act: StaffAct,
  officeId: string,
  at: string = officeId,
): Promise<Refusal | undefined> {
  const office = await getOffice(officeId)
  if (!office) return refuse('not-found')
  const refusal = refuseStaff(actor, act, { id: office.id, regionCode: office.region.code })
  if (refusal || at === officeId) return refusal
  return refuse('wrong-office', [{ path: 'case', reason: 'other-than-accepting', article: '1077' }])
}
