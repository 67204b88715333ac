'use server'

import { redirect } from 'next/navigation'
import { textOf } from '#app/(couple)/book/read-form.ts'
import { speakingLocale } from '#app/(couple)/speaking-locale.ts'
import { pool } from '#lib/db/pool.ts'
import { CONTACT_MEDIA } from '#lib/domain/contact.ts'
import { type ContactInput, isFreshSignIn, readContact } from '#lib/domain/contact-change.ts'
import { requireSignedIn } from '#lib/edge/actor.ts'
import { sendCode } from '#lib/edge/code-sending.ts'
import { mayWrite } from '#lib/edge/limits.ts'
import { forgetTyped, keepTyped, readTyped } from '#lib/edge/typed-form.ts'
import { needsContactProof } from '#lib/identity/needs-contact-proof.ts'
import { saveContact } from '#lib/identity/save-contact.ts'

/** Keeps a contact whose address is known, or sends a code to the new one; what was typed is not lost. */
export async function changeContact(form: FormData): Promise<void> {
  const signedIn = await requireSignedIn('/contact')
  const input: ContactInput = {
    medium: CONTACT_MEDIA.find((one) => one === form.get('medium')) ?? 'sms',
    address: String(form.get('address') ?? '').slice(0, 300),
    quietFrom: textOf(form, 'quietFrom') ?? '',
    quietUntil: textOf(form, 'quietUntil') ?? '',
    callFrom: textOf(form, 'callFrom'),
    callUntil: textOf(form, 'callUntil'),
    safe: form.get('safe') === 'on',
  }
  await keepTyped('contact', signedIn, input)
  const now = new Date()
  if (!isFreshSignIn(signedIn.signedInAt, now)) redirect('/contact')
  const read = readContact(input)
  if ('errors' in read) redirect('/contact?wrong=1')
  if (!(await mayWrite(signedIn.actor))) redirect('/contact?refused=rate-limited')
  const { medium, address } = read.contact
  if (await needsContactProof(pool(), signedIn.actor, { medium, address })) await sendContactCode()
  await keep(read.contact, undefined)
}

/** The digits once more, to the address that was typed. */
export async function sendContactCode(): Promise<void> {
  const signedIn = await requireSignedIn('/contact')
  const { medium, address } = await requireTyped()
  const locale = await speakingLocale()
  const sent = await sendCode(signedIn, { purpose: 'contact', to: { medium, address }, locale })
  redirect(`/contact/code?${sent}`)
}

/** The new address, proved by the digits that were sent there. */
export async function proveContact(form: FormData): Promise<void> {
  await requireSignedIn('/contact')
  await keep(await requireTyped(), String(form.get('code') ?? '').slice(0, 40))
}

async function keep(contact: Awaited<ReturnType<typeof requireTyped>>, typed: string | undefined) {
  const { actor, sessionId, signedInAt } = await requireSignedIn('/contact')
  const saved = await saveContact(pool(), { actor, sessionId, signedInAt, contact, typed, now: new Date() })
  if (!saved.ok) {
    const [error] = saved.errors ?? []
    redirect(error?.path === 'code' ? `/contact/code?wrong=${error.reason}` : '/contact')
  }
  await forgetTyped('contact')
  redirect('/contact?saved=1')
}

async function requireTyped() {
  const input = await readTyped<ContactInput>('contact', await requireSignedIn('/contact'))
  const read = input && readContact(input)
  if (!read || 'errors' in read) redirect('/contact')
  return read.contact
}
