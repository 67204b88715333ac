import { getLocale } from 'next-intl/server'
import { hallSpeech } from '#lib/edge/hall-speech.ts'
import { loadNumber } from '../load-number.ts'

/** How a number stands, for the page that shows it. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ readonly token: string }> },
): Promise<Response> {
  const found = await loadNumber((await params).token, await hallSpeech(await getLocale()))
  if (!found) return new Response(null, { status: 404 })
  return Response.json(found.lines, { headers: { 'cache-control': 'no-store' } })
}
