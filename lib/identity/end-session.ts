import { database } from '#lib/db/transaction.ts'
import { closeSession } from './store.ts'

/** Ends a session for good; one that is over already stays over. */
export async function endSession(sessionId: string, now: Date): Promise<void> {
  await closeSession(database(), sessionId, now)
}
