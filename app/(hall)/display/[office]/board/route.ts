import { boardOf } from '#lib/domain/hall-board.ts'
import { recentHall } from '#lib/edge/recent-hall.ts'

/** The board of a hall, for a display whose stream has broken. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ readonly office: string }> },
): Promise<Response> {
  const queue = await recentHall((await params).office)
  if (!queue) return new Response(null, { status: 404 })
  return Response.json(boardOf(queue.tickets, new Date()), { headers: { 'cache-control': 'no-store' } })
}
