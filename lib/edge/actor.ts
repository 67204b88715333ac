import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import { type Actor, mintActor } from '#lib/domain/actor.ts'
import { findSession } from '#lib/identity/find-session.ts'
import { readReturnPath } from '#lib/identity/read-return-path.ts'
import { readSessionId } from '#lib/identity/read-session-id.ts'

export interface SignedIn {
  readonly actor: Actor
  /** What codes are bound to; a secret like the cookie that carries it. */
  readonly sessionId: string
  readonly signedInAt: Date
  /** Until the session ends, if nothing more is heard from this person. */
  readonly secondsLeft: number
}

/**
 * Who is signed in in this browser, read from the database once per request. A session that is over, ended elsewhere
 * or unknown is nobody; a database that does not answer throws, so that a fault never looks like "signed out".
 */
export const loadSignedIn = cache(async (): Promise<SignedIn | undefined> => {
  const sessionId = await readSessionId((await headers()).get('cookie'))
  if (!sessionId) return undefined
  const now = new Date()
  const session = await findSession(sessionId, { now, touch: true })
  if (!session) return undefined
  const actor = mintActor({ kind: 'person', id: session.personId, identity: session.identity })
  const secondsLeft = Math.floor((session.endsAt.getTime() - now.getTime()) / 1000)
  return { actor, sessionId, signedInAt: session.signedInAt, secondsLeft }
})

/** The signed-in person, or undefined. */
export async function loadActor(): Promise<Actor | undefined> {
  return (await loadSignedIn())?.actor
}

/** The signed-in person; anybody else goes to sign in and comes back to `returnTo`, a path of ours. Redirects by throwing. */
export async function requireActor(returnTo: string): Promise<Actor> {
  return (await requireSignedIn(returnTo)).actor
}

/** The same with the session, for what is bound to it. */
export async function requireSignedIn(returnTo: string): Promise<SignedIn> {
  const signedIn = await loadSignedIn()
  return signedIn ?? redirect(`/sign-in?${new URLSearchParams({ to: readReturnPath(returnTo) })}`)
}
