'use server'

import { redirect } from 'next/navigation'
import { speakingLocale } from '#app/(couple)/speaking-locale.ts'
import { pool } from '#lib/db/pool.ts'
import { askHomeVisit } from '#lib/desk/ask-home-visit.ts'
import { requireSignedIn } from '#lib/edge/actor.ts'
import { mayWrite } from '#lib/edge/limits.ts'
import { forgetTyped, keepTyped } from '#lib/edge/typed-form.ts'
import { readVisitForm } from '../visit-form.ts'

const PAGE = '/home-visit/ask'

/** Asks an office to come; what was typed is kept until it is accepted. */
export async function askOffice(form: FormData): Promise<void> {
  const signedIn = await requireSignedIn(PAGE)
  const typed = readVisitForm(form)
  await keepTyped('home-visit', signedIn, typed)
  if (!(await mayWrite(signedIn.actor))) redirect(`${PAGE}?refused=rate-limited`)
  const { officeId, key, ...input } = typed
  const now = new Date()
  const locale = await speakingLocale()
  const asked = await askHomeVisit(pool(), { actor: signedIn.actor, officeId, input, key, locale, now })
  if (!asked.ok && asked.errors?.[0]?.path === 'officeId') redirect(`${PAGE}?wrong=office`)
  if (!asked.ok)
    redirect(`${PAGE}?${asked.reason === 'invalid-input' ? 'wrong=1' : `refused=${asked.reason}`}`)
  await forgetTyped('home-visit')
  redirect('/home-visit?sent=1')
}
