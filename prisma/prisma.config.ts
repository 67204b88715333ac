import { defineConfig } from 'prisma/config'

// Only Prisma's own commands read this (`npx prisma … --config prisma/prisma.config.ts`). The product migrates by
// itself when it starts; an operator who prefers `prisma migrate deploy` finds the same folder and table here.
export default defineConfig({
  schema: 'schema',
  migrations: { path: 'migrations' },
  datasource: { url: process.env.DATABASE_URL ?? 'postgresql://localhost:5432/yueding' },
})
