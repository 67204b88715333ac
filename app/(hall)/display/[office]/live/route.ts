import { clientOfRequest } from '#lib/edge/limits.ts'
import { recentHall } from '#lib/edge/recent-hall.ts'
import { streamBoard } from '#lib/edge/stream-board.ts'

/** Every new board of a hall as it comes. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ readonly office: string }> },
): Promise<Response> {
  const { office: officeId } = await params
  if (!(await recentHall(officeId))) return new Response(null, { status: 404 })
  return streamBoard({ officeId, client: await clientOfRequest(), signal: request.signal })
}
