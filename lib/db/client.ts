import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient } from './generated/client.ts'
import { once } from './once.ts'
import { poolSettings } from './pool.ts'

/** The Prisma client of this process. Stores and verbs get it as `Database`, from transaction.ts. */
export function prismaClient(): PrismaClient {
  return once('prisma client', createPrismaClient)
}

function createPrismaClient(): PrismaClient {
  return new PrismaClient({ adapter: new PrismaPg(poolSettings(0.6), { onPoolError: () => {} }) })
}
