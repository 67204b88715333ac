import { gatherOwnData } from '#lib/booking/gather-own-data.ts'
import { pool } from '#lib/db/pool.ts'
import { loadActor } from '#lib/edge/actor.ts'
import { mayDownload } from '#lib/edge/limits.ts'
import { isSameOrigin } from '#lib/edge/origin.ts'
import { seeOther } from '#lib/edge/see-other.ts'

/** One's own data as a file. By a button and not by a link, so that no other page can ask for it. */
export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request.headers)) return new Response(null, { status: 403 })
  const actor = await loadActor()
  if (!actor) return seeOther('/sign-in?to=/mine')
  if (!(await mayDownload(actor))) return seeOther('/mine?limit=1')
  const data = await gatherOwnData(pool(), actor, new Date())
  if (!data.ok) return new Response(null, { status: 403 })
  return new Response(JSON.stringify(data.value, null, 2), {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': 'attachment; filename="my-data.json"',
      'cache-control': 'no-store',
    },
  })
}
