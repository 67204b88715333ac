import { headers } from 'next/headers'
import { forbidden, notFound, redirect, unauthorized } from 'next/navigation'
import { cache } from 'react'
import { pool } from '#lib/db/pool.ts'
import { mintActor, refuseStaff, type StaffActor } from '#lib/domain/actor.ts'
import type { StaffAct } from '#lib/domain/permissions.ts'
import { findStaffSession, type PostOffice, type StaffSession } from '#lib/identity/find-staff-session.ts'
import { readDeskPath } from '#lib/identity/read-desk-path.ts'
import { getOffice } from '#lib/office/get-office.ts'
import { readStaffToken } from './staff-cookie.ts'

export interface StaffAtWork {
  readonly actor: StaffActor
  /** The office of the act: the one asked for, otherwise that of the shift. */
  readonly office: PostOffice
  /** At which window this person works today; none in another office than that of the shift. */
  readonly window: string | undefined
  readonly session: StaffSession
  /** What the session is known by; a secret like the cookie that carries it. */
  readonly token: string
}

/**
 * The sign-in of this browser as the database has it now, once per request, whatever its state; nobody when there is
 * none. Only somebody at work prolongs it: a page that asks by itself for news does not.
 */
export const loadStaff = cache(async (): Promise<(StaffSession & { token: string }) | undefined> => {
  const token = await readStaffToken()
  if (!token) return undefined
  const session = await findStaffSession(pool(), token, { now: new Date(), touch: await isByHand() })
  return session && { ...session, token }
})

/**
 * Who may do this act in an office (by its id; without one, in that of the shift). Everybody else is led on: to sign
 * in, to the code when the workstation is locked, to the choice of an office, or to a page that says that this is not
 * in their role. SAFETY: verbs ask again (`refuseStaff`), for the office of the thing they touch.
 */
export async function requireStaff(act: StaffAct, officeId?: string): Promise<StaffAtWork> {
  const staff = officeId ? await requireIn(officeId) : await requirePost()
  if (refuseStaff(staff.actor, act, staff.office)) forbidden()
  return staff
}

/** Somebody who has taken up a post for this shift, whatever they may do there. */
export async function requirePost(): Promise<StaffAtWork> {
  const signedIn = await requireSignedInStaff()
  const { office, window } = signedIn.session
  return office ? { ...signedIn, office, window } : redirect(`/desk/post?${await backTo()}`)
}

/** Whoever is at work in this browser, for what stands on every page; nobody is led on. */
export async function loadStaffAtWork(): Promise<Pick<StaffAtWork, 'actor' | 'office'> | undefined> {
  const session = await loadStaff()
  if (session?.state !== 'open' || !session.office) return undefined
  const { staffId: id, name, grants, office } = session
  const actor = mintActor({ kind: 'staff', id, name, grants })
  return actor.kind === 'staff' ? { actor, office } : undefined
}

/** Somebody signed in with both factors, whatever they may do: for their own account and the choice of their post. */
export async function requireSignedInStaff(): Promise<Pick<StaffAtWork, 'actor' | 'session' | 'token'>> {
  const session = await loadStaff()
  if (!session) redirect(`/desk/sign-in?${await backTo()}`)
  if (session.state === 'half') redirect(`/desk/sign-in/code?${await backTo()}`)
  if (session.state === 'locked') unauthorized()
  const { staffId: id, name, grants, token } = session
  const actor = mintActor({ kind: 'staff', id, name, grants })
  if (actor.kind !== 'staff') throw new Error('minted somebody else')
  return { actor, session, token }
}

async function requireIn(officeId: string): Promise<StaffAtWork> {
  const signedIn = await requireSignedInStaff()
  const { office: post, window } = signedIn.session
  if (post?.id === officeId) return { ...signedIn, office: post, window }
  const found = await getOffice(officeId)
  if (!found) notFound()
  const office = { id: found.id, name: found.name, regionCode: found.region.code }
  return { ...signedIn, office, window: undefined }
}

/** Where to come back to: the page that was asked for, or from which a form was sent. */
async function backTo(): Promise<URLSearchParams> {
  return new URLSearchParams({ to: readDeskPath((await headers()).get('x-asked-path')) })
}

// A person opens a page or sends a form; a page that refreshes itself does neither.
async function isByHand(): Promise<boolean> {
  const asked = await headers()
  const mode = asked.get('sec-fetch-mode')
  return mode === null || mode === 'navigate' || asked.has('next-action')
}
