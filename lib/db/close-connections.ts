import type { Pool } from 'pg'
import type { PrismaClient } from './generated/client.ts'
import type { Hearing } from './listen.ts'
import { forget } from './once.ts'

/** Ends this process's connections; the next use opens new ones, to whatever address is set then. */
export async function closeConnections(): Promise<void> {
  await forget<Hearing>('hearing desk')?.end()
  await Promise.all([forget<PrismaClient>('prisma client')?.$disconnect(), forget<Pool>('pool')?.end()])
}
