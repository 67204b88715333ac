import type { BrowserContext } from '@playwright/test'
import type { PartyFacts } from '#lib/domain/party.ts'

/** Somebody who can sign in at the demo identity service: one of its people, or anybody made up. */
export type Somebody = Pick<PartyFacts, 'name' | 'documentType' | 'documentNumber' | 'phone'>

/**
 * Signs somebody in, the whole way through the demo identity service, without drawing its pages. The session is then
 * in the cookies of the context.
 */
export async function signIn(context: BrowserContext, somebody: Somebody, origin: string): Promise<void> {
  const { name, documentType, documentNumber, phone } = somebody
  const headers = { origin }
  const choose = await context.request.post('/sign-in/start', { headers, form: { to: '/' } })
  const done = await context.request.post(choose.url(), {
    headers,
    form: { name, documentType, documentNumber, phone },
    maxRedirects: 0,
  })
  await follow(context, done.headers().location, origin)
  const cookies = await context.cookies()
  if (!cookies.some((cookie) => cookie.name === 'yd-session')) throw new Error(`${name} is not signed in`)
}

// Step by step and no further than our own door: the page that people come back to is not needed.
async function follow(context: BrowserContext, location: string | undefined, origin: string): Promise<void> {
  for (let next = location; next; ) {
    const url = new URL(next, origin)
    if (url.pathname === '/') return
    const answer = await context.request.get(url.href, { maxRedirects: 0 })
    next = answer.headers().location
  }
}
