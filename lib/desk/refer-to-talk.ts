import type { Pool } from '#lib/db/pool.ts'
import { counsellorsNow } from '#lib/domain/counselling-hours.ts'
import { refuse } from '#lib/domain/refusal.ts'
import { ROOM_MINUTES, roomSpan, SHORT_TALK_MINUTES, TALK_ROOMS } from '#lib/domain/room.ts'
import type { Ticket } from '#lib/domain/ticket.ts'
import { uuidV7 } from '#lib/domain/uuid.ts'
import { drawRandom } from '#lib/identity/draw-random.ts'
import { listCounsellingHours } from '#lib/office/list-counselling-hours.ts'
import { loadCalendar } from '#lib/office/load-calendar.ts'
import { deriveTalkId } from './derive-talk-id.ts'
import type { DeskResult } from './refuse-stale.ts'
import { insertRoomUse, readRoomsOf } from './room.sql.ts'
import { findTicket } from './store.ts'
import { takeIn } from './take-in.ts'
import { type StepWish, takeStep } from './take-step.ts'
import { listOpenWindows } from './window.sql.ts'

/**
 * When feelings run high, in one act: their number is put aside and keeps its place, a quiet room is theirs, and while a
 * counsellor is in the house they have a number for a talk, too. All of it or nothing. To talk stays free and voluntary:
 * whether they did, and about what, is nobody's here. 婚姻登记条例 (2025) art. 5.
 */
export async function referToTalk(pool: Pool, wish: StepWish): Promise<DeskResult<Ticket>> {
  const { actor, ticketId, version, now } = wish
  const isCounsellorHere = await findCounsellor(pool, ticketId, now)
  return takeStep(pool, wish, {
    right: 'call-ticket',
    event: 'park',
    change: async (client, ticket) => {
      const { officeId } = ticket
      const rooms = await readRoomsOf(client, { officeId, kinds: TALK_ROOMS })
      // As long as usual in any of them before shorter in one.
      const tries = [
        ...rooms.map(({ id, kind }) => ({ roomId: id, minutes: ROOM_MINUTES[kind] })),
        ...rooms.map(({ id }) => ({ roomId: id, minutes: SHORT_TALK_MINUTES })),
      ]
      let isTaken = false
      for (const { roomId, minutes } of tries) {
        const id = uuidV7(now, drawRandom(10))
        const span = roomSpan(now, minutes)
        const use = { id, roomId, ticketId, ...span, createdAt: now, createdBy: actor.id }
        isTaken = await insertRoomUse(client, use)
        if (isTaken) break
      }
      if (!isTaken)
        return { ...refuse('not-allowed', [{ path: 'room', reason: 'no-room-free' }]), current: ticket }
      const windows = isCounsellorHere ? await listOpenWindows(client, officeId) : []
      // A number that no window could ever call would be an empty promise.
      if (windows.some(({ services }) => services.includes('COUNSELLING')))
        await takeIn(client, {
          id: deriveTalkId({ id: ticketId, version }),
          officeId,
          date: ticket.date,
          service: 'COUNSELLING',
          appointmentId: undefined,
          expected: ticket.expected,
          here: [1, 2].slice(0, ticket.present),
          rank: ticket.rank,
          orderAt: now,
          greenChannel: ticket.greenChannel,
          locale: ticket.locale,
          by: { kind: 'staff', id: actor.id },
          now,
        })
      return {}
    },
  })
}

async function findCounsellor(pool: Pool, ticketId: string, now: Date): Promise<boolean> {
  const found = await findTicket(pool, ticketId)
  if (!found) return false
  const hours = await listCounsellingHours(pool, found.ticket.officeId, now)
  return counsellorsNow(hours, await loadCalendar(pool, now), now).length > 0
}
