import { noteView } from '#lib/audit/note-view.ts'
import type { Pool } from '#lib/db/pool.ts'
import { getCase } from '#lib/divorce/get-case.ts'
import { openCaseParty } from '#lib/divorce/open-case-party.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { refuseAtOffice } from './refuse-at-office.ts'

/**
 * The two full names of a case, for the receipt that both sign: a paper with half a name is no receipt. That it was made
 * is on the record. 民发〔2020〕116号, annex 2.
 */
export async function nameCouple(
  pool: Pool,
  wish: { readonly actor: StaffActor; readonly caseId: string; readonly at: string; readonly now: Date },
): Promise<Result<readonly string[]>> {
  const { actor, caseId, at, now } = wish
  const found = await getCase(pool, caseId)
  if (!found) return refuse('not-found')
  const refusal = await refuseAtOffice(actor, 'accept-application', found.officeId, at)
  if (refusal) return refusal
  await noteView(pool, {
    at: now,
    actorKind: 'staff',
    actorId: actor.id,
    act: 'receipt-made',
    subjectKind: 'case',
    subjectId: caseId,
    officeId: found.officeId,
  })
  return accept(found.parties.map(({ role, sealed }) => openCaseParty(caseId, role, sealed).name))
}
