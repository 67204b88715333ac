import { findSession, type Session } from '#lib/identity/find-session.ts'
import { readSessionId } from '#lib/identity/read-session-id.ts'
import type { Browser } from './browser.ts'

/** From the button to the demo service's page; returns its address. */
export async function start(browser: Browser, to = '/book'): Promise<string> {
  const authorize = await browser.follow('/sign-in/start', { to })
  return browser.follow(authorize)
}

/** From that page to the address that brings the browser back to us. */
export async function choose(browser: Browser, page: string, form: Record<string, string>): Promise<string> {
  const resume = await browser.follow(page, form)
  return browser.follow(resume)
}

/** Who is signed in in this browser. */
export async function whoIs(browser: Browser): Promise<Session | undefined> {
  const sessionId = await readSessionId(browser.headerFor('/'))
  return sessionId ? findSession(sessionId, { now: new Date(), touch: false }) : undefined
}
