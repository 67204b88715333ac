'use server'

import { redirect } from 'next/navigation'
import { speakingLocale } from '#app/(couple)/speaking-locale.ts'
import { pool } from '#lib/db/pool.ts'
import { rateVisit } from '#lib/desk/rate-visit.ts'
import { RATING_CONTACT, RATING_WORDS } from '#lib/domain/rating.ts'

/** The token is the authority. What became of it is for the page to say, refused or not. */
export async function rate(token: string, form: FormData): Promise<void> {
  const text = (name: string, longest: number) => String(form.get(name) ?? '').slice(0, 4 * longest)
  const rated = await rateVisit(pool(), {
    token,
    level: Number(form.get('level')),
    words: text('words', RATING_WORDS),
    contact: text('contact', RATING_CONTACT),
    locale: await speakingLocale(),
    now: new Date(),
  })
  const page = `/rate/${encodeURIComponent(token)}`
  const [error] = rated.ok || rated.reason !== 'invalid-input' ? [] : (rated.errors ?? [])
  redirect(error ? `${page}?wrong=${error.path}` : page)
}
