'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { pool } from '#lib/db/pool.ts'
import { requireSignedInStaff } from '#lib/edge/staff-actor.ts'
import { choosePost } from '#lib/identity/choose-post.ts'
import { readDeskPath } from '#lib/identity/read-desk-path.ts'

/** Takes up the post of the shift: an office, and a window of it or none. */
export async function takePost(form: FormData): Promise<void> {
  const { actor, token } = await requireSignedInStaff()
  const to = readDeskPath(String(form.get('to') ?? ''))
  // One question, one answer: "guangming 3", or the office alone.
  const [officeId = '', window] = String(form.get('post') ?? '').split(' ', 2)
  const taken = await choosePost(pool(), actor, { token, officeId, window })
  // The bar above all pages says where one works.
  revalidatePath('/desk', 'layout')
  redirect(taken.ok ? to : `/desk/post?${new URLSearchParams({ to, wrong: taken.reason })}`)
}
