/** Whether a write comes from our own pages. Old web views send no Sec-Fetch-Site; then Origin or Referer must be ours. */
export function isSameOrigin(headers: Headers): boolean {
  const fetchSite = headers.get('sec-fetch-site')
  if (fetchSite) return fetchSite === 'same-origin' || fetchSite === 'none'
  const origin = headers.get('origin') ?? headers.get('referer')
  return origin !== null && hostOf(origin) === headers.get('host')
}

/** The path of a referring page of ours, to go back to; the home page for anything else. */
export function returnPath(referer: string | null): string {
  if (!referer || !URL.canParse(referer)) return '/'
  const { pathname, search } = new URL(referer)
  return pathname.startsWith('//') ? '/' : pathname + search
}

function hostOf(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).host : undefined
}
