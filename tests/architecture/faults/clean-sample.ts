import type { SourceFile } from '../source-file.ts'

/** A small house in which every room has a file and nothing is wrong. */
export const CLEAN_SAMPLE: readonly SourceFile[] = Object.entries({
  'lib/domain/actor.ts': `export interface Actor { personId: string }
export function mintActor(personId: string): Actor { return { personId } }`,
  'lib/domain/calendar-date.ts': `import { addDays } from 'date-fns'
import { TZDate } from '@date-fns/tz'
// 今天 in a comment is fine。
export const KEYWORDS = ['离婚预约', '补领']
export function nextDay(day: Date): Date { return addDays(new TZDate(day, 'Asia/Shanghai'), 1) }`,
  'lib/office/schema.ts': `import { z } from 'zod'
export const officeSchema = z.object({ id: z.string() })
export interface Office { id: string }`,
  'lib/office/store.ts': `import type { Database } from '#lib/db/client.ts'
import type { OfficeModel } from '#lib/db/generated/models.ts'
export function selectOffice(db: Database): OfficeModel { return db.office }`,
  'lib/office/find-office.ts': `import { randomUUID } from 'node:crypto'
import { inTransaction } from '#lib/db/transaction.ts'
import { log } from '#lib/log.ts'
import { officeSchema } from './schema.ts'
import { selectOffice } from './store.ts'
export type Found = string
export const findOffice = async (id: string) => inTransaction(selectOffice, officeSchema.parse({ id }), log, randomUUID())`,
  'lib/booking/claim-seats.ts': `import pg from 'pg'
import { query } from './read-seats.sql.ts'
import { db } from '#lib/db/client.ts'
export async function claimSeats() { return pg.query(query, db) }`,
  'lib/booking/read-seats.sql.ts': `export const query = 'select 1'`,
  'lib/booking/book-appointment.ts': `import QRCode from 'qrcode'
import type { Actor } from '#lib/domain/actor.ts'
import { formatDate } from '#lib/format/format-date.ts'
import { findOffice } from '#lib/office/find-office.ts'
import { claimSeats } from './claim-seats.ts'
function decide() { return 1 }
async function bookAppointment(actor: Actor, now: Date) { return [actor, new Date(now), decide(), findOffice('a'), claimSeats(), QRCode, formatDate] }
export { bookAppointment }`,
  'lib/identity/sign-in.ts': `import NextAuth from 'next-auth'
export function signIn() { return NextAuth }`,
  'lib/identity/demo-provider/provider.ts': `import { Provider } from 'oidc-provider'
export const provider = [Provider, Date.now()]`,
  'docs/examples/book.ts': `import { randomUUID } from 'node:crypto'
console.log(randomUUID())`,
  'lib/env.ts': `import { z } from 'zod'
export const env = z.object({}).parse(process.env)`,
  'lib/log.ts': `import { pino } from 'pino'
import { env } from './env.ts'
export const log = pino(env)`,
  'lib/db/client.ts': `import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient } from './generated/client.ts'
export interface Database { office: string }
export const db = new PrismaClient(PrismaPg)`,
  'lib/db/pool.ts': `import { Pool } from 'pg'
export const pool = () => new Pool()`,
  'lib/db/transaction.ts': `import { db } from './client.ts'
export function inTransaction(...given: unknown[]) { return [db, given] }`,
  'lib/db/generated/client.ts': `export class PrismaClient {}`,
  'lib/i18n/request.ts': `import { getRequestConfig } from 'next-intl/server'
export default getRequestConfig(async ({ requestLocale }) => import(\`./messages/\${await requestLocale}/home.json\`))`,
  'lib/format/format-date.ts': `import { LunarDay } from 'tyme4ts'
export function formatDate(day: Date) { return [new Intl.DateTimeFormat('zh-CN').format(day), LunarDay] }`,
  'lib/edge/actor.ts': `import { cookies } from 'next/headers'
import { cache } from 'react'
import { mintActor } from '#lib/domain/actor.ts'
export const loadActor = cache(async () => mintActor(String(await cookies())))`,
  'lib/api/authenticate.ts': `import { Hono } from 'hono'
import { mintActor } from '#lib/domain/actor.ts'
import { bookAppointment } from '#lib/booking/book-appointment.ts'
export const api = new Hono().get('/', () => bookAppointment(mintActor('a'), new Date()))`,
  'lib/jobs/expire-holds.ts': `import { PgBoss } from 'pg-boss'
import { bookAppointment } from '#lib/booking/book-appointment.ts'
import { db } from '#lib/db/client.ts'
export const jobs = [PgBoss, bookAppointment, db, Date.now()]`,
  'lib/launch/start.mjs': `import { spawn } from 'node:child_process'
import { plant } from '#prisma/seed/plant.ts'
spawn('node', [plant])`,
  'server.ts': `import { createServer } from 'node:http'
import next from 'next'
import { api } from '#lib/api/authenticate.ts'
import { jobs } from '#lib/jobs/expire-holds.ts'
import { provider } from '#lib/identity/demo-provider/provider.ts'
createServer([next, api, jobs, provider])`,
  'proxy.ts': `import { NextResponse } from 'next/server'
export function proxy() { return NextResponse.next() }`,
  'next.config.ts': `import type { NextConfig } from 'next'
export default {} satisfies NextConfig`,
  'prisma/prisma.config.ts': `import { defineConfig } from 'prisma/config'
export default defineConfig({})`,
  'prisma/seed/plant.ts': `import { findOffice } from '#lib/office/find-office.ts'
export const plant = [findOffice, '安吉县']`,
  'components/ui/link.tsx': `import Link from 'next/link'
export function AppLink({ label }: { label: string }) { return <Link href="/" className="plain">{label} · →</Link> }`,
  'components/booking/slot-picker.tsx': `'use client'
import { useState } from 'react'
import { useTranslations } from 'next-intl'
import { AppLink } from '#components/ui/link.tsx'
import type { Office } from '#lib/office/schema.ts'
export function SlotPicker({ office }: { office: Office }) { return <AppLink label={useTranslations()(useState(office.id)[0])} /> }`,
  'app/(couple)/[office]/services/actions.ts': `'use server'
import { bookAppointment } from '#lib/booking/book-appointment.ts'
import { loadActor } from '#lib/edge/actor.ts'
import { officeSchema } from '#lib/office/schema.ts'
export async function book(form: FormData) { return [officeSchema.parse(form), bookAppointment(await loadActor(), new Date())] }`,
  'app/(couple)/[office]/services/form.tsx': `'use client'
import { book } from './actions.ts'
export function Form() { return <form action={book} /> }`,
  'app/(couple)/[office]/services/page.tsx': `import { getTranslations } from 'next-intl/server'
import { SlotPicker } from '#components/booking/slot-picker.tsx'
import { Form } from './form.tsx'
export default async function Page() { return <main title={(await getTranslations())('title')}><SlotPicker office={{ id: 'a' }} /><Form /></main> }`,
  'tests/domain/calendar-date.test.ts': `import { expect, test } from 'vitest'
import { nextDay } from '#lib/domain/calendar-date.ts'
import { someDay } from '#tests/support/some-day.ts'
test('the day after', () => expect(nextDay(someDay)).toBeDefined())`,
  'tests/support/some-day.ts': `import { db } from '#lib/db/client.ts'
import { mintActor } from '#lib/domain/actor.ts'
export const someDay = new Date(0)
export const actor = [mintActor, db]`,
  'tests/integration/office/find-office.test.ts': `import { selectOffice } from '#lib/office/store.ts'
export const chinese = [selectOffice, '婚姻登记处']`,
  'lib/i18n/messages/zh-CN/home.json': `{ "title": "预约{what}", "count": "{n} 对", "rich": "<b>好</b>", "kind": "{kind, select, a {甲} other {乙}}" }`,
  'lib/i18n/messages/zh-Hant/home.json': `{ "title": "預約{what}", "count": "{n} 對", "rich": "<b>好</b>", "kind": "{kind, select, a {甲} other {乙}}" }`,
  'lib/i18n/messages/en/home.json': `{ "title": "Book {what}", "count": "{n, plural, one {# couple} other {# couples}}", "rich": "<b>Good</b>", "kind": "{kind, select, a {A} other {B}}" }`,
}).map(([path, source]) => ({ path, source: `${source}\n` }))
