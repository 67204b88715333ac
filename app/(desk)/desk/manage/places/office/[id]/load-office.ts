import { forbidden, notFound } from 'next/navigation'
import { pool } from '#lib/db/pool.ts'
import type { StaffAct } from '#lib/domain/permissions.ts'
import { requireStaff } from '#lib/edge/staff-actor.ts'
import { type OfficeView, showOffice } from '#lib/office/show-office.ts'

/** An office for somebody who may do this act there. */
export async function loadOffice(act: StaffAct, officeId: string): Promise<OfficeView> {
  const { actor } = await requireStaff(act, officeId)
  const shown = await showOffice(pool(), { actor, officeId })
  if (shown.ok) return shown.value
  return shown.reason === 'not-found' ? notFound() : forbidden()
}
