import { type NumberLines, numberLines } from '#components/hall/number-page.ts'
import { pool } from '#lib/db/pool.ts'
import { findNumber } from '#lib/desk/find-number.ts'
import { followedNumber } from '#lib/domain/followed-number.ts'
import type { HallSpeech } from '#lib/edge/hall-speech.ts'
import { recentHall } from '#lib/edge/recent-hall.ts'

/** The number that a link follows, in words; undefined for a link of another day, or none of ours. */
export async function loadNumber(
  token: string,
  { say }: HallSpeech,
): Promise<{ readonly lines: NumberLines; readonly officeId: string } | undefined> {
  const ticket = await findNumber(pool(), token, new Date())
  const queue = ticket && (await recentHall(ticket.officeId))
  if (!ticket || !queue) return undefined
  return { lines: numberLines(say, followedNumber(ticket, queue)), officeId: ticket.officeId }
}
