import { forgetBrowser } from '#lib/edge/forget-browser.ts'
import { isSameOrigin } from '#lib/edge/origin.ts'

/** Somebody is leaving in a hurry: nothing of theirs may open by "back". The page itself has gone already. */
export async function POST(request: Request): Promise<Response> {
  return isSameOrigin(request.headers) ? forgetBrowser(request) : new Response(null, { status: 403 })
}
