/** Sends the browser on with a GET; relative, so that it holds behind every proxy. */
export function seeOther(path: string): Response {
  return new Response(null, { status: 303, headers: { location: path, 'cache-control': 'no-store' } })
}
