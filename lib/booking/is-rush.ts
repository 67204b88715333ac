import { seatQueue } from './seat-queue.ts'

const RUSH_LASTS_MS = 2000

/** Whether many are just now asking for seats in this process: what can wait a little should. */
export function isRush(now: Date): boolean {
  return now.getTime() - seatQueue().rushedAt < RUSH_LASTS_MS
}
