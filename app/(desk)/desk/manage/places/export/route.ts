import { pool } from '#lib/db/pool.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import { requireStaff } from '#lib/edge/staff-actor.ts'
import { exportOffices } from '#lib/office/export-offices.ts'

/** The offices of a region as a file; nothing of people stands in it. */
export async function GET(request: Request): Promise<Response> {
  const { actor } = await requireStaff('see-places')
  const asked = new URL(request.url).searchParams.get('in') ?? ''
  const code = /^\d{6}$/.test(asked) ? asked : undefined
  const exported = await exportOffices(pool(), { actor, code })
  if (!exported.ok) return new Response(null, { status: 403 })
  const name = `offices-${code ?? 'all'}-${shanghaiToday(new Date())}.csv`
  return new Response(exported.value, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
    },
  })
}
