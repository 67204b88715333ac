'use server'

import { redirect } from 'next/navigation'
import { textOf } from '#app/(couple)/book/read-form.ts'
import { saveCare } from '#lib/booking/save-care.ts'
import { pool } from '#lib/db/pool.ts'
import type { CareInput } from '#lib/domain/care.ts'
import { isFreshSignIn } from '#lib/domain/contact-change.ts'
import { requireSignedIn } from '#lib/edge/actor.ts'
import { mayWrite } from '#lib/edge/limits.ts'
import { forgetTyped, keepTyped } from '#lib/edge/typed-form.ts'

/** Tells the desk what the other does not see; what was typed is kept until it is accepted. */
export async function tellDesk(code: string, form: FormData): Promise<void> {
  const page = `/appointment/${encodeURIComponent(code)}/care`
  const signedIn = await requireSignedIn(page)
  const care: CareInput = {
    separate: form.get('separate') === 'on',
    callFrom: textOf(form, 'callFrom'),
    callUntil: textOf(form, 'callUntil'),
    note: String(form.get('note') ?? '').slice(0, 400),
  }
  const now = new Date()
  await keepTyped('care', signedIn, { ...care, code })
  if (!isFreshSignIn(signedIn.signedInAt, now)) redirect(page)
  if (!(await mayWrite(signedIn.actor))) redirect(`${page}?refused=rate-limited`)
  const saved = await saveCare(pool(), { actor: signedIn.actor, code, care, now })
  if (!saved.ok)
    redirect(`${page}?${saved.reason === 'invalid-input' ? 'wrong=1' : `refused=${saved.reason}`}`)
  await forgetTyped('care')
  redirect(`${page}?saved=1`)
}
