/** A page of a screen as the answer to a request; nobody keeps it. */
export function hallAnswer(page: string, status = 200): Response {
  return new Response(page, {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
  })
}
