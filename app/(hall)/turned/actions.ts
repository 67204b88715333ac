'use server'

import { redirect } from 'next/navigation'
import type { CounterForm } from '#app/(desk)/desk/book/counter-form.ts'
import type { TypedWalkIn } from '#app/(desk)/desk/walk-in/typed-walk-in.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import { isLocale } from '#lib/domain/localized-text.ts'
import { type PartyInput, readParties } from '#lib/domain/party.ts'
import { DOCUMENT_TYPES } from '#lib/domain/party-type.ts'
import { factsOfService } from '#lib/domain/service.ts'
import { requireTurned } from '#lib/edge/turned-screen.ts'
import { keepTyped } from '#lib/edge/typed-form.ts'

const LONGEST = 80

/** Keeps what one of the two has typed of themselves, and whether they agree; then the other, then back to the clerk. */
export async function tellOwn(form: FormData): Promise<void> {
  const { typist, form: before } = await requireTurned<CounterForm>('counter')
  const { turned } = before
  const index = Number(form.get('who'))
  const count = turned ? factsOfService(turned.service).parties : 0
  if (!turned || !Number.isInteger(index) || index < 0 || index >= count) redirect('/turned?who=done')
  const person = readOwn(form, before.parties[index])
  const parties = Array.from({ length: count }, (_, at) => (at === index ? person : before.parties[at]))
  const read = readParties([person], shanghaiToday(new Date()))
  const [told] = read.ok ? read.value : []
  const { service, slotId } = turned
  // Whoever types anew has to agree anew.
  const own =
    told && form.has('agree')
      ? { documentType: told.documentType, documentNumber: told.documentNumber, service, slotId }
      : undefined
  const agreed = index === 1 ? own : turned.agreed
  await keepTyped('counter', typist, {
    ...before,
    parties: parties.map((one) => one ?? BLANK),
    turned: { service, slotId, ...(agreed ? { agreed } : {}) },
  } satisfies CounterForm)
  if (!told) redirect(`/turned?${new URLSearchParams({ who: String(index), wrong: '1' })}`)
  redirect(`/turned?${new URLSearchParams({ who: index + 1 < count ? String(index + 1) : 'done' })}`)
}

/** Keeps by which name somebody who walked in wants to be called. */
export async function tellName(form: FormData): Promise<void> {
  const { typist, form: before } = await requireTurned<TypedWalkIn>('walk-in')
  const language = String(form.get('language') ?? '')
  await keepTyped('walk-in', typist, {
    ...before,
    name: String(form.get('name') ?? '').slice(0, LONGEST),
    language: isLocale(language) ? language : before.language,
  } satisfies TypedWalkIn)
  redirect('/turned/name?done=1')
}

const BLANK: PartyInput = {
  name: '',
  documentType: 'RESIDENT_ID',
  documentNumber: '',
  phone: '',
  partyType: 'MAINLAND',
}

/** What they are to the law the clerk has asked; the rest is their own. */
function readOwn(form: FormData, before: PartyInput = BLANK): PartyInput {
  const read = (field: string) => String(form.get(field) ?? '').slice(0, LONGEST)
  return {
    ...before,
    name: read('name'),
    documentType: DOCUMENT_TYPES.find((one) => one === read('documentType')) ?? before.documentType,
    documentNumber: read('documentNumber'),
    phone: read('phone'),
  }
}
