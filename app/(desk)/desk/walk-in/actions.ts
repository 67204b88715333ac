'use server'

import { redirect } from 'next/navigation'
import { pool } from '#lib/db/pool.ts'
import { giveTicket } from '#lib/desk/give-ticket.ts'
import { SERVICE_FACTS, SERVICES } from '#lib/domain/service.ts'
import { requireStaff } from '#lib/edge/staff-actor.ts'
import { forgetTyped, keepTyped } from '#lib/edge/typed-form.ts'
import { lockStaff } from '#lib/identity/lock-staff.ts'
import { readWalkIn } from './typed-walk-in.ts'

/** Gives a number to people without an appointment, and shows it. */
export async function give(form: FormData): Promise<void> {
  const { actor, office } = await requireStaff('give-ticket')
  const typed = readWalkIn(form)
  const service = SERVICES.find((one) => one === typed.service)
  if (!service) redirect('/desk/walk-in?refused=required')
  const { greenChannel, proxy, name, language: locale } = typed
  const given = await giveTicket(pool(), {
    actor,
    officeId: office.id,
    service,
    people: typed.alone ? 1 : SERVICE_FACTS[service].parties,
    locale,
    greenChannel,
    proxy,
    name,
    now: new Date(),
  })
  if (given.ok) {
    await forgetTyped('walk-in')
    redirect(`/desk/walk-in?${new URLSearchParams({ ticket: given.value.id })}`)
  }
  const refused = given.errors?.[0]?.reason ?? given.reason
  redirect(`/desk/walk-in?${new URLSearchParams({ refused })}`)
}

/** Locks the shift and turns the screen: whoever walked in writes their name; the clerk’s code leads back. */
export async function turnForName(form: FormData): Promise<void> {
  const staff = await requireStaff('give-ticket')
  await keepTyped('walk-in', staff, readWalkIn(form))
  await lockStaff(pool(), staff.token, new Date())
  redirect('/turned/name')
}
