import { isSameOrigin } from '#lib/edge/origin.ts'
import { findSessionEnd } from '#lib/edge/session-end.ts'

/** How many seconds the session has left, without prolonging it; 0 when it is over. */
export async function GET(request: Request): Promise<Response> {
  return answer(await findSessionEnd(request, { touch: false }))
}

/** "I am still here": prolongs the session. */
export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request.headers)) return new Response(null, { status: 403 })
  return answer(await findSessionEnd(request, { touch: true }))
}

function answer(seconds: number): Response {
  return Response.json({ seconds }, { headers: { 'cache-control': 'no-store' } })
}
