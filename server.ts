// First, so that whatever fails from here on is told in a sentence.
import '#lib/launch/life.ts'
import { getRequestListener } from '@hono/node-server'
import next from 'next'
import { openDatabase } from '#lib/db/open-database.ts'
import { pool } from '#lib/db/pool.ts'
import { env } from '#lib/env.ts'
import { onStop, say, stop } from '#lib/launch/life.ts'
import { plantDemo } from '#lib/launch/plant-demo.ts'
import { prepareDataFolder } from '#lib/launch/prepare-data-folder.ts'
import { prepareKeys } from '#lib/launch/prepare-keys.ts'
import { answerHeaders } from '#lib/launch/security-headers.ts'
import type { Door, Listener } from '#lib/launch/serve-http.ts'
import { serveHttp, waitForPort } from '#lib/launch/serve-http.ts'
import { flushSteps } from '#lib/numbers/flush-steps.ts'
import { adoptPolicyBase } from '#lib/office/adopt-policy-base.ts'

// The one process: database → migrations → demo world → timed work → HTTP. Each part is loaded when its turn comes,
// because what lies under it (keys, database) must stand before it is first asked.
const does = (role: 'web' | 'api' | 'jobs') => env.role === 'all' || env.role === role
const runsDemoIdentity = env.demo && !env.oidcIssuer

if (does('web') || does('api')) await waitForPort()
prepareDataFolder()
if (prepareKeys()) say(`Keys made in ${env.dataDir}.`)

const opening = openDatabase({ say, onLost: lose })
onStop(() =>
  opening.then(
    (opened) => opened.close(),
    () => {},
  ),
)
const { migrated } = await opening
say(`Database ready${env.databaseUrl ? '' : ' (embedded PostgreSQL)'}, ${countMigrations(migrated.length)}.`)

adoptPolicyBase({ holdMinutes: env.holdMinutes, partnerHours: env.partnerHours })

if (env.demo && (await plantDemo())) say('Demo world planted.')

if (does('jobs')) {
  const { startJobs } = await import('#lib/jobs/start-jobs.ts')
  const jobs = await startJobs()
  onStop(() => jobs.stop())
  say('Timed work started.')
}

if (does('web') || does('api')) {
  onStop(() => flushSteps(pool()))
  await serveHttp(await openDoors())
  say(`Yueding is ready: ${env.publicUrl}`)
  if (does('web') && !runsDemoIdentity && !env.oidcIssuer) {
    say('Nobody can sign in: DEMO is off and OIDC_ISSUER is not set.')
  }
  if (does('web') && !env.demo) await greetFirstAdmin()
}

async function openDoors(): Promise<Door[]> {
  const doors: Door[] = []
  if (does('api')) {
    const { apiListener } = await import('#lib/api/app.ts')
    doors.push({ prefix: '/api/v1', listener: apiListener(answerHeaders), bringsHeaders: true })
    if (env.metricsToken) {
      const { metricsListener } = await import('#lib/api/metrics.ts')
      doors.push({ prefix: '/metrics', listener: metricsListener(env.metricsToken) })
    }
  }
  if (does('web') && runsDemoIdentity) {
    const demo = await import('#lib/identity/demo-provider/demo-identity-listener.ts')
    const { DEMO_PEOPLE: people } = await import('#prisma/seed/demo-people.ts')
    const listener = demo.demoIdentityListener({ publicUrl: env.publicUrl, dataDir: env.dataDir, people })
    doors.push({ prefix: '/demo-identity', listener, takes: demo.isForDemoIdentity })
  }
  if (does('web')) doors.push({ prefix: '/', listener: await openPages() })
  return doors
}

async function openPages(): Promise<Listener> {
  const dev = process.env.NODE_ENV === 'development'
  const pages = next({ dev, hostname: env.host, port: env.port })
  await pages.prepare()
  onStop(() => pages.close())
  const answer = pages.getRequestHandler()
  const { answerLockedWrite, isLockedWrite } = await import('#lib/edge/locked-write.ts')
  const answerLocked = getRequestListener(answerLockedWrite, { overrideGlobalObjects: false })
  return async (request, response) =>
    (await isLockedWrite(request)) ? answerLocked(request, response) : answer(request, response)
}

// The link stands in the log of the start alone: whoever can read that runs the machine.
async function greetFirstAdmin(): Promise<void> {
  const { inviteFirstAdmin } = await import('#lib/identity/invite-first-admin.ts')
  const token = await inviteFirstAdmin(pool(), new Date())
  if (token) {
    say(
      `No staff yet. Open this link within 72 hours, once, to become the first administrator (user "admin"):`,
    )
    say(`${env.publicUrl}/desk/activate/${token}`)
  }
}

function countMigrations(count: number): string {
  return count === 0 ? 'no new migrations' : `${count} migration${count === 1 ? '' : 's'} applied`
}

function lose(reason: Error): void {
  process.stderr.write(`${reason.message}\n`)
  void stop(1)
}
