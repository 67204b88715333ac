import { pool } from '#lib/db/pool.ts'
import { readOfflineMarks } from '#lib/desk/read-offline-marks.ts'
import { reconcileOffline } from '#lib/desk/reconcile-offline.ts'
import { readOwnForm } from '#lib/edge/read-own-form.ts'
import { requireStaff } from '#lib/edge/staff-actor.ts'

/** Takes what a workstation has kept while it had no network, and tells of each mark what became of it. */
export async function POST(request: Request): Promise<Response> {
  const { actor, office, window } = await requireStaff('keep-day-offline')
  const form = await readOwnForm(request)
  if (form instanceof Response) return form
  const marks = readOfflineMarks(String(form.get('marks') ?? ''))
  if (!marks) return new Response(null, { status: 400 })
  const answers = await reconcileOffline(pool(), {
    ...{ actor, officeId: office.id, window, marks },
    now: new Date(),
  })
  return answers.ok ? Response.json(answers.value) : new Response(null, { status: 403 })
}
