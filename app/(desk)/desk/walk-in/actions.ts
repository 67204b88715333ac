'use server'

import { redirect } from 'next/navigation'
import { pool } from '#lib/db/pool.ts'
import { giveTicket } from '#lib/desk/give-ticket.ts'
import { LOCALES } from '#lib/domain/localized-text.ts'
import { SERVICE_FACTS, SERVICES } from '#lib/domain/service.ts'
import { requireStaff } from '#lib/edge/staff-actor.ts'

/** Gives a number to people without an appointment, and shows it. */
export async function give(form: FormData): Promise<void> {
  const { actor, office } = await requireStaff('give-ticket')
  const service = SERVICES.find((one) => one === form.get('service'))
  if (!service) redirect('/desk/walk-in?refused=required')
  const given = await giveTicket(pool(), {
    actor,
    officeId: office.id,
    service,
    people: form.has('alone') ? 1 : SERVICE_FACTS[service].parties,
    locale: LOCALES.find((one) => one === form.get('language')) ?? 'zh-CN',
    greenChannel: form.has('greenChannel'),
    name: String(form.get('name') ?? ''),
    now: new Date(),
  })
  if (given.ok) redirect(`/desk/walk-in?${new URLSearchParams({ ticket: given.value.id })}`)
  const refused = given.errors?.[0]?.reason ?? given.reason
  redirect(`/desk/walk-in?${new URLSearchParams({ refused })}`)
}
