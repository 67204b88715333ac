'use server'

import { redirect } from 'next/navigation'
import { pool } from '#lib/db/pool.ts'
import { correctReceipt } from '#lib/desk/correct-receipt.ts'
import { issueCertificate } from '#lib/desk/issue-certificate.ts'
import { withdrawApplication } from '#lib/desk/withdraw-application.ts'
import type { Refusal } from '#lib/domain/refusal.ts'
import { forgetDeskForm, keepDeskForm } from '#lib/edge/desk-form.ts'
import { requireStaff } from '#lib/edge/staff-actor.ts'
import { typedText } from '../new/read-application.ts'
import { readCertificates, readDates, readWithdrawal } from './typed-acts.ts'

/** One of the two takes the application back. */
export async function withdraw(form: FormData): Promise<void> {
  const caseId = typedText(form, 'case')
  const typed = readWithdrawal(form)
  await keepDeskForm(`withdraw ${caseId}`, { typed })
  const { actor, office } = await requireStaff('withdraw-application')
  const wish = { ...typed, role: Number(typed.role), actor, caseId, at: office.id, now: new Date() }
  const withdrawn = await withdrawApplication(pool(), wish)
  if (!withdrawn.ok) return refused('withdraw', caseId, typed, withdrawn)
  return done(caseId, 'withdrawn')
}

/** Both have their certificates. */
export async function issue(form: FormData): Promise<void> {
  const caseId = typedText(form, 'case')
  const typed = readCertificates(form)
  await keepDeskForm(`issue ${caseId}`, { typed })
  const { actor, office } = await requireStaff('issue-certificate')
  const issued = await issueCertificate(pool(), { ...typed, actor, caseId, at: office.id, now: new Date() })
  if (!issued.ok) return refused('issue', caseId, typed, issued)
  return done(caseId, 'issued')
}

/** What is printed on the receipt, in place of what was computed or misread. */
export async function correct(form: FormData): Promise<void> {
  const caseId = typedText(form, 'case')
  const typed = readDates(form)
  await keepDeskForm(`dates ${caseId}`, { typed })
  const { actor, office } = await requireStaff('correct-receipt')
  const corrected = await correctReceipt(pool(), { ...typed, actor, caseId, at: office.id, now: new Date() })
  if (!corrected.ok) return refused('dates', caseId, typed, corrected)
  return done(caseId, corrected.value.hasMoved ? 'moved' : 'same')
}

async function refused(page: string, caseId: string, typed: object, refusal: Refusal): Promise<void> {
  await keepDeskForm(`${page} ${caseId}`, { typed, refusal })
  redirect(`/desk/cases/${encodeURIComponent(caseId)}/${page}?refused=1`)
}

async function done(caseId: string, what: string): Promise<void> {
  await forgetDeskForm()
  redirect(`/desk/cases/${encodeURIComponent(caseId)}?done=${what}`)
}
