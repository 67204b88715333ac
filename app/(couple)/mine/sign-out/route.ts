import { loadActor } from '#lib/edge/actor.ts'
import { isSameOrigin } from '#lib/edge/origin.ts'
import { seeOther } from '#lib/edge/see-other.ts'
import { signOutEverywhere } from '#lib/edge/sign-in.ts'

/** Ends every session of the one who presses the button, in all browsers. */
export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request.headers)) return new Response(null, { status: 403 })
  const actor = await loadActor()
  return actor ? signOutEverywhere(actor) : seeOther('/')
}
