'use server'

import { redirect } from 'next/navigation'
import { pool } from '#lib/db/pool.ts'
import { addSeat } from '#lib/desk/add-seat.ts'
import { bookForCouple } from '#lib/desk/book-for-couple.ts'
import { isCalendarDate } from '#lib/domain/calendar-date.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import { isLocale } from '#lib/domain/localized-text.ts'
import { readParties } from '#lib/domain/party.ts'
import type { Refusal } from '#lib/domain/refusal.ts'
import { factsOfService, isService } from '#lib/domain/service.ts'
import { requireStaff } from '#lib/edge/staff-actor.ts'
import { keepTyped, readTyped } from '#lib/edge/typed-form.ts'
import { dayText } from '#lib/format/dates.ts'
import { lockStaff } from '#lib/identity/lock-staff.ts'
import { type CounterForm, readPeople } from './counter-form.ts'

/** One seat more at a full time, by whoever has the right, with a reason. */
export async function addSeatHere(form: FormData): Promise<void> {
  const { actor } = await requireStaff('add-seat')
  const [slotId, reason] = [Number(form.get('slot')), String(form.get('reason') ?? '')]
  const added = await addSeat(pool(), { actor, slotId, reason, now: new Date() })
  const said = added.ok ? { added: String(slotId) } : { refused: added.errors?.[0]?.reason ?? added.reason }
  redirect(`/desk/book?${new URLSearchParams({ ...placeOf(form), ...said })}`)
}

/** Keeps what was typed of the people, right or wrong; what is wrong is shown beside it. */
export async function tellPeople(form: FormData): Promise<void> {
  const staff = await requireStaff('book-for-couple')
  const { service, slot } = placeOf(form)
  if (!isService(service)) redirect('/desk/book')
  const before = await readTyped<CounterForm>('counter', staff)
  const typed = readPeople(form, factsOfService(service).parties)
  const turned = before?.turned ? { turned: before.turned } : {}
  await keepTyped('counter', staff, { ...typed, ...turned } satisfies CounterForm)
  const read = readParties(typed.parties, shanghaiToday(new Date()))
  const way = new URLSearchParams({ service, slot, ...(read.ok ? {} : { wrong: '1' }) })
  redirect(`/desk/book/${read.ok ? 'check' : 'people'}?${way}`)
}

/** Locks the shift and turns the screen to the couple, who type and check their own; the clerk’s code leads back. */
export async function turnScreen(form: FormData): Promise<void> {
  const staff = await requireStaff('book-for-couple')
  const { service, slot } = placeOf(form)
  if (!isService(service)) redirect('/desk/book')
  const typed = readPeople(form, factsOfService(service).parties)
  const turned = { service, slotId: Number(slot) || 0 }
  await keepTyped('counter', staff, { ...typed, together: false, turned } satisfies CounterForm)
  await lockStaff(pool(), staff.token, new Date())
  redirect('/turned')
}

/** Books what was read out; a time that is gone leads back to the times, and nothing typed is lost. */
export async function bookIt(form: FormData): Promise<void> {
  const staff = await requireStaff('book-for-couple')
  const { service, slot, day } = placeOf(form)
  const typed = await readTyped<CounterForm>('counter', staff)
  if (!typed || !isService(service)) redirect(`/desk/book/people?${new URLSearchParams({ service, slot })}`)
  const booked = await bookForCouple(pool(), {
    actor: staff.actor,
    input: { slotId: Number(slot) || 0, service, parties: [...typed.parties] },
    together: typed.together,
    screen: form.get('agreement') === 'screen' ? typed.turned?.agreed : undefined,
    telephone: form.get('agreement') === 'telephone',
    key: String(form.get('key') ?? typed.key),
    locale: isLocale(typed.locale) ? typed.locale : 'zh-CN',
    now: new Date(),
  })
  if (!booked.ok) redirect(refusedPath(booked, { service, slot, day }))
  const { code, status, heldUntil, date, start } = booked.value
  const done = { code, status, date, start, ...(heldUntil ? { heldUntil } : {}) }
  const { turned: _, ...rest } = typed
  await keepTyped('counter', staff, { ...rest, parties: [], together: false, done })
  redirect('/desk/book/done')
}

function refusedPath({ reason, errors }: Refusal, place: Record<string, string>): string {
  const [error] = errors ?? []
  const earliest = error?.earliestOn
  const day = earliest && isCalendarDate(earliest) ? dayText('zh-CN', earliest, 'plain') : ''
  const isGone = reason === 'slot-full' || reason === 'slot-closed'
  const said = { refused: reason, ...(error ? { detail: error.reason, earliest: day } : {}) }
  return `/desk/book${isGone ? '' : '/check'}?${new URLSearchParams({ ...place, ...said })}`
}

function placeOf(form: FormData): { service: string; slot: string; day: string } {
  const read = (name: string) => String(form.get(name) ?? '').slice(0, 40)
  return { service: read('service'), slot: read('slot'), day: read('day') }
}
