'use server'

import { redirect } from 'next/navigation'
import { sayComing } from '#lib/booking/say-coming.ts'
import { sayNotComing } from '#lib/booking/say-not-coming.ts'
import { pool } from '#lib/db/pool.ts'

/** The token is the authority, as in the message. What became of it is for the page to say, refused or not. */
export async function sayYes(token: string): Promise<void> {
  await sayComing(pool(), token, new Date())
  redirect(`/coming/${encodeURIComponent(token)}`)
}

/** Frees the seat for both; asked once more on the page before. */
export async function sayNo(token: string): Promise<void> {
  await sayNotComing(pool(), token, new Date())
  redirect(`/coming/${encodeURIComponent(token)}`)
}
