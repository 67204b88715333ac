'use server'

import { redirect } from 'next/navigation'
import { pool } from '#lib/db/pool.ts'
import { addStop } from '#lib/desk/add-stop.ts'
import { removeStop } from '#lib/desk/remove-stop.ts'
import { requireStaff } from '#lib/edge/staff-actor.ts'

/** One stop more in the plan. */
export async function putStop(form: FormData): Promise<void> {
  const { actor, office } = await requireStaff('edit-itinerary')
  const read = (name: string) => String(form.get(name) ?? '').slice(0, 120)
  const input = {
    date: read('date'),
    opens: read('opens'),
    closes: read('closes'),
    place: read('place'),
    address: read('address'),
    position: read('position'),
  }
  const added = await addStop(pool(), { actor, officeId: office.id, input, now: new Date() })
  if (added.ok) redirect('/desk/stops?done=added')
  const [fault] = added.errors ?? []
  const said = { at: fault?.path ?? 'date', wrong: fault?.reason ?? added.reason }
  redirect(`/desk/stops?${new URLSearchParams({ ...input, ...said })}#add`)
}

/** Takes a stop out, unless couples are booked there. */
export async function dropStop(form: FormData): Promise<void> {
  const { actor } = await requireStaff('edit-itinerary')
  const removed = await removeStop(pool(), { actor, stopId: String(form.get('stop')), now: new Date() })
  if (removed.ok) redirect('/desk/stops?done=removed')
  const booked = removed.booked ? { booked: String(removed.booked) } : { refused: '1' }
  redirect(`/desk/stops?${new URLSearchParams(booked)}`)
}
