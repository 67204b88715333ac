'use server'

import type { Revealed } from '#components/desk/reveal-form.tsx'
import { pool } from '#lib/db/pool.ts'
import { callNext } from '#lib/desk/call-next.ts'
import { findArrival } from '#lib/desk/find-arrival.ts'
import { recordArrival } from '#lib/desk/record-arrival.ts'
import { recordMiss } from '#lib/desk/record-miss.ts'
import type { DeskResult } from '#lib/desk/refuse-stale.ts'
import { revealPerson } from '#lib/desk/reveal-person.ts'
import { revealWalkIn } from '#lib/desk/reveal-walk-in.ts'
import { setGreenChannel } from '#lib/desk/set-green-channel.ts'
import { setProxy } from '#lib/desk/set-proxy.ts'
import { tickMaterials } from '#lib/desk/tick-materials.ts'
import { undoOneArrival } from '#lib/desk/undo-one-arrival.ts'
import { voidMiss } from '#lib/desk/void-miss.ts'
import type { Ticket } from '#lib/domain/ticket.ts'
import { requireStaff } from '#lib/edge/staff-actor.ts'
import { leadOn } from './lead-on.ts'
import { readScan } from './read-scan.ts'
import { revealedLines } from './revealed-lines.ts'
import { takeTypedStep } from './take-typed-step.ts'
import { verdictAddress } from './verdict-address.ts'

/** Calls whoever is next to the window of this shift. */
export async function callNextCouple(): Promise<string> {
  const { actor, office, window } = await requireStaff('call-ticket')
  if (!window) return leadOn('/desk/post?to=/desk')
  const called = await callNext(pool(), { actor, officeId: office.id, window, now: new Date() })
  if (called.ok && !called.value) return leadOn('/desk?none=next')
  return placeAfter(called, called.ok ? called.value : called.current)
}

/** Finds whom a scan, a code or a name means, and says whether they can be taken in. */
export async function scan(form: FormData): Promise<string> {
  const { actor, office } = await requireStaff('see-day')
  const query = readScan(String(form.get('scan') ?? ''))
  const found = query && (await findArrival(pool(), { actor, officeId: office.id, query, now: new Date() }))
  const [first, ...others] = found?.ok ? found.value : []
  if (!first) return leadOn('/desk?none=scan')
  return leadOn(`/desk?${verdictAddress(first, others)}`)
}

/** Puts down who is here. */
export async function arrive(form: FormData): Promise<string> {
  const { actor, office } = await requireStaff('record-arrival')
  const arrived = await recordArrival(pool(), {
    actor,
    officeId: office.id,
    code: String(form.get('code')),
    roles: String(form.get('roles')).split(',').map(Number),
    greenChannel: form.has('greenChannel'),
    proxy: form.has('proxy'),
    now: new Date(),
  })
  const ticket = arrived.ok ? arrived.value.ticket : arrived.current
  return placeAfter(arrived, ticket)
}

/** One step of a number: the button pressed names it. */
export async function step(form: FormData): Promise<string> {
  const { actor, window } = await requireStaff('call-ticket')
  const taken = await takeTypedStep(form, { actor, window, now: new Date() })
  return placeAfter(taken, taken.ok ? taken.value : taken.current, String(form.get('at') ?? ''))
}

/** Puts down which papers were seen; with "missing" everything else goes on the one-time notice, which is shown next. */
export async function tick(form: FormData): Promise<string> {
  const { actor } = await requireStaff('review-papers')
  const seen = form.getAll('seen').map(String)
  const isMissing = form.get('save') === 'missing'
  const rest = form
    .getAll('line')
    .map(String)
    .filter((line) => !seen.includes(line))
  const ticked = await tickMaterials(pool(), {
    actor,
    ticketId: String(form.get('ticket')),
    version: Number(form.get('version')),
    seen,
    missing: isMissing ? rest : [],
    now: new Date(),
  })
  if (ticked.ok && ticked.value.notice) return leadOn(`/desk/tickets/${ticked.value.ticket.id}/missing`)
  return placeAfter(ticked, ticked.ok ? ticked.value.ticket : ticked.current, String(form.get('at') ?? ''))
}

/** Puts down that nobody came, or takes it back. */
export async function miss(form: FormData): Promise<string> {
  const isVoid = form.get('mode') === 'void'
  const { actor, office } = await requireStaff(isVoid ? 'void-no-show' : 'record-no-show')
  const wish = { actor, officeId: office.id, code: String(form.get('code')), now: new Date() }
  const roles = String(form.get('roles')).split(',').map(Number)
  const done = isVoid ? await voidMiss(pool(), wish) : await recordMiss(pool(), { ...wish, roles })
  return placeAfter(done, undefined, String(form.get('at') ?? ''))
}

/** Shows one of the couple whole, or the name of who walked in; the answer stands in no address and in no cache. */
export async function reveal(_before: Revealed | undefined, form: FormData): Promise<Revealed> {
  const { actor, office } = await requireStaff('reveal-person')
  const id = String(form.get('id'))
  const wish = { actor, officeId: office.id, reason: String(form.get('reason')), now: new Date() }
  const role = Number(form.get('role'))
  return revealedLines(
    form.get('of') === 'ticket'
      ? await revealWalkIn(pool(), { ...wish, ticketId: id })
      : await revealPerson(pool(), { ...wish, appointmentId: id, role }),
  )
}

/** Marks that somebody else is here for the person of a number, or takes it back. */
export async function proxy(form: FormData): Promise<string> {
  const { actor } = await requireStaff('record-arrival')
  const set = await setProxy(pool(), {
    actor,
    ticketId: String(form.get('ticket') ?? ''),
    version: Number(form.get('version')),
    proxy: form.get('proxy') === 'yes',
    now: new Date(),
  })
  return placeAfter(set, set.ok ? set.value : set.current, String(form.get('at') ?? ''))
}

/** Takes one of two arrivals back. */
export async function undoOne(form: FormData): Promise<string> {
  const { actor } = await requireStaff('record-arrival')
  const undone = await undoOneArrival(pool(), {
    actor,
    ticketId: String(form.get('ticket') ?? ''),
    version: Number(form.get('version')),
    role: Number(form.get('role')),
    now: new Date(),
  })
  return placeAfter(undone, undone.ok ? undone.value : undone.current, String(form.get('at') ?? ''))
}

/** Opens or closes the green channel for a number that waits. */
export async function green(form: FormData): Promise<string> {
  const { actor } = await requireStaff('record-arrival')
  const set = await setGreenChannel(pool(), {
    actor,
    ticketId: String(form.get('ticket') ?? ''),
    version: Number(form.get('version')),
    greenChannel: form.get('green') === 'open',
    reason: String(form.get('reason') ?? ''),
    now: new Date(),
  })
  return placeAfter(set, set.ok ? set.value : set.current, String(form.get('at') ?? ''))
}

function placeAfter(result: DeskResult<unknown>, ticket: Ticket | undefined, at = ''): Promise<string> {
  const id = ticket?.appointmentId ?? ticket?.id ?? at
  const refused = result.ok ? undefined : (result.errors?.[0]?.reason ?? result.reason)
  return leadOn(`/desk?${new URLSearchParams({ ...(id && { at: id }), ...(refused && { refused }) })}`)
}
