'use server'

import { redirect } from 'next/navigation'
import { pool } from '#lib/db/pool.ts'
import { bookRoom } from '#lib/desk/book-room.ts'
import { freeRoom } from '#lib/desk/free-room.ts'
import { takeRoom } from '#lib/desk/take-room.ts'
import type { Result } from '#lib/domain/refusal.ts'
import { requireStaff } from '#lib/edge/staff-actor.ts'

/** Takes a room from now on, for a number or without one. */
export async function take(form: FormData): Promise<void> {
  const { actor } = await requireStaff('use-room')
  const taken = await takeRoom(pool(), {
    actor,
    roomId: textOf(form, 'room'),
    minutes: Number(form.get('minutes')),
    ticketId: textOf(form, 'ticket') || undefined,
    now: new Date(),
  })
  goBack(taken)
}

/** Books a room for a later time. */
export async function book(form: FormData): Promise<void> {
  const { actor } = await requireStaff('use-room')
  const booked = await bookRoom(pool(), {
    actor,
    roomId: textOf(form, 'room'),
    day: textOf(form, 'day'),
    time: textOf(form, 'time'),
    minutes: Number(form.get('minutes')),
    now: new Date(),
  })
  goBack(booked)
}

/** Gives a room back, or cancels what is booked for later. */
export async function free(form: FormData): Promise<void> {
  const { actor } = await requireStaff('use-room')
  goBack(await freeRoom(pool(), { actor, useId: textOf(form, 'use'), now: new Date() }))
}

function goBack(result: Result<unknown>): never {
  if (result.ok) redirect('/desk/rooms')
  const refused = result.errors?.[0]?.reason ?? result.reason
  redirect(`/desk/rooms?${new URLSearchParams({ refused })}`)
}

function textOf(form: FormData, name: string): string {
  return String(form.get(name) ?? '').slice(0, 100)
}
