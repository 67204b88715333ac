import { setTimeout as sleep } from 'node:timers/promises'
import { prismaClient } from './client.ts'
import { isWriteConflict } from './conflict.ts'
import type { Prisma } from './generated/client.ts'

/** The handle that every store function takes first: the database as such, or one transaction on it. */
export type Database = Prisma.TransactionClient

export type TransactionWish = {
  /** Read committed by default: writes here are conditional, so races are decided by the rows themselves. */
  isolation?: Prisma.TransactionIsolationLevel
  attempts?: number
  timeoutMs?: number
}

/** The database outside of any transaction: for reads, and for writes of one statement. */
export function database(): Database {
  return prismaClient()
}

/**
 * Runs `work` in one transaction and returns what it returns. When another transaction wins (serialization failure,
 * deadlock), the whole of it runs again, so `work` may hold nothing that leaves the house: no mail, no HTTP. Nor may
 * it catch a refused statement and go on: PostgreSQL fails every later statement of that transaction (25P02).
 */
export async function transaction<Result>(
  work: (db: Database) => Promise<Result>,
  { isolation, attempts = 6, timeoutMs = 10_000 }: TransactionWish = {},
): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await prismaClient().$transaction(work, {
        maxWait: 10_000,
        timeout: timeoutMs,
        ...(isolation && { isolationLevel: isolation }),
      })
    } catch (error) {
      if (attempt >= attempts || !isWriteConflict(error)) throw error
      // Losers that come back at the same moment would only meet again.
      await sleep(Math.random() * 10 * 2 ** attempt)
    }
  }
}
