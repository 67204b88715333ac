// Resolved against a host that exists nowhere: whatever leaves it points elsewhere.
const HERE = 'https://here.invalid'

/**
 * A path of ours to go back to after signing in, or `/`. Anything that a browser would read as another site
 * (`//host`, `/\host`, `javascript:`, control characters inside) comes out as `/`.
 */
export function readReturnPath(value: string | null | undefined): string {
  if (!value?.startsWith('/') || value.length > 500 || !URL.canParse(value, HERE)) return '/'
  const { origin, pathname, search, hash } = new URL(value, HERE)
  if (origin !== HERE || pathname.startsWith('//') || pathname.includes('\\')) return '/'
  return /^\/(sign-in|sign-out|api)(\/|$)/.test(pathname) ? '/' : pathname + search + hash
}
