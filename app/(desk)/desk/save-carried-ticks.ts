import { pool } from '#lib/db/pool.ts'
import type { DeskResult } from '#lib/desk/refuse-stale.ts'
import { tickMaterials } from '#lib/desk/tick-materials.ts'
import type { StaffActor } from '#lib/domain/actor.ts'

interface Step {
  readonly actor: StaffActor
  readonly ticketId: string
  readonly version: number
  readonly now: Date
}

/** Saves the papers that were ticked and came along with a step, before the step; the step counts from there. */
export async function saveCarriedTicks(form: FormData, step: Step): Promise<DeskResult<Step>> {
  if (!form.has('ticked')) return { ok: true, value: step }
  const ticked = await tickMaterials(pool(), { ...step, seen: form.getAll('seen').map(String) })
  return ticked.ok ? { ok: true, value: { ...step, version: ticked.value.ticket.version } } : ticked
}
