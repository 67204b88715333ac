'use server'

import { redirect } from 'next/navigation'
import { pool } from '#lib/db/pool.ts'
import { answerRating } from '#lib/desk/answer-rating.ts'
import { appealRating } from '#lib/desk/appeal-rating.ts'
import { judgeAppeal } from '#lib/desk/judge-appeal.ts'
import type { Result } from '#lib/domain/refusal.ts'
import { requireStaff } from '#lib/edge/staff-actor.ts'

/** Notes that they were reached, writes back, or closes the matter: the button pressed names it. */
export async function answer(form: FormData): Promise<void> {
  const { actor } = await requireStaff('answer-rating')
  const close = form.get('do') === 'close'
  const done = await answerRating(pool(), {
    ...readWish(form),
    actor,
    reply: textOf(form, 'reply'),
    close,
    now: new Date(),
  })
  goBack('/desk/ratings', done)
}

/** Says why a rating of one's own work is mistaken. */
export async function appeal(form: FormData): Promise<void> {
  const { actor } = await requireStaff('appeal-rating')
  const wish = { ...readWish(form), actor, appeal: textOf(form, 'appeal'), now: new Date() }
  goBack('/desk/ratings/mine', await appealRating(pool(), wish))
}

/** Judges an appeal: the button pressed names the answer. */
export async function judge(form: FormData): Promise<void> {
  const { actor } = await requireStaff('judge-appeal')
  const upheld = form.get('do') === 'upheld'
  const wish = { ...readWish(form), actor, answer: upheld ? 'upheld' : 'rejected', now: new Date() } as const
  goBack('/desk/ratings', await judgeAppeal(pool(), wish))
}

function readWish(form: FormData) {
  return { ticketId: textOf(form, 'ticket'), version: Number(form.get('version')) }
}

function goBack(page: string, result: Result<unknown>): never {
  if (result.ok) redirect(`${page}?done=1`)
  redirect(`${page}?${new URLSearchParams({ refused: result.errors?.[0]?.reason ?? result.reason })}`)
}

function textOf(form: FormData, name: string): string {
  return String(form.get(name) ?? '').slice(0, 4000)
}
