import { forbidden, notFound } from 'next/navigation'
import { pool } from '#lib/db/pool.ts'
import { type ShownCase, showCase } from '#lib/desk/show-case.ts'
import type { StaffAct } from '#lib/domain/permissions.ts'
import { requireStaff, type StaffAtWork } from '#lib/edge/staff-actor.ts'

/** The case of an address for somebody who may do this act in the office of the shift; otherwise there is no such page. */
export async function loadCase(
  act: StaffAct,
  params: Promise<{ readonly id: string }>,
): Promise<{ readonly staff: StaffAtWork; readonly shown: ShownCase; readonly now: Date }> {
  const staff = await requireStaff(act)
  const now = new Date()
  const { id } = await params
  const shown = await showCase(pool(), { actor: staff.actor, caseId: id, at: staff.office.id, now })
  if (shown.ok) return { staff, shown: shown.value, now }
  return shown.reason === 'not-found' ? notFound() : forbidden()
}
