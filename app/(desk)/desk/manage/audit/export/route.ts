import { pool } from '#lib/db/pool.ts'
import { exportTrail } from '#lib/desk/export-trail.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import { isSameOrigin } from '#lib/edge/origin.ts'
import { seeOther } from '#lib/edge/see-other.ts'
import { requireStaff } from '#lib/edge/staff-actor.ts'
import { readTrailSearch } from '../read-trail-search.ts'

/** The record of some days as a signed file. By a button and not by a link, so that no other page can ask for it. */
export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request.headers)) return new Response(null, { status: 403 })
  const { actor, office } = await requireStaff('see-trail')
  const form = await request.formData()
  const typed = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]))
  const now = new Date()
  const { from, until, wide } = readTrailSearch(typed, shanghaiToday(now))
  const reason = typed.reason ?? ''
  const lines = await exportTrail(pool(), { actor, officeId: office.id, wide, from, until, reason, now })
  if (!lines.ok) return seeOther('/desk/manage/audit?wrong=export')
  return new Response(streamOf(lines.value), {
    headers: {
      'content-type': 'application/x-ndjson; charset=utf-8',
      'content-disposition': `attachment; filename="record-${from}-${until}.jsonl"`,
      'cache-control': 'no-store',
    },
  })
}

// Portion by portion, as fast as it is taken.
function streamOf(lines: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await lines.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    async cancel() {
      await lines.return(undefined)
    },
  })
}
