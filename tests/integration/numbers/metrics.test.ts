import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, expect, test } from 'vitest'
import { metricsListener } from '#lib/api/metrics.ts'
import { tally, tallyDuration } from '#lib/db/tally.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { agreed, plantDesk } from '../desk/fixtures/desk.ts'

const { pool } = await openTestDatabase()
const TOKEN = 'only-for-tests-only-for-tests-only-for-tests'
const server = createServer(metricsListener(TOKEN))
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
afterAll(() => server.close())
const { port } = server.address() as AddressInfo
const ask = (headers: Record<string, string> = {}) => fetch(`http://127.0.0.1:${port}/metrics`, { headers })

test('metrics are for whoever brings the token, and name no office and no code', async () => {
  const desk = await plantDesk(pool)
  const { code } = await agreed(pool, desk)
  tally('refusals', 'slot-full')
  tallyDuration('http', 'api 2xx', 0.03)
  tallyDuration('http', 'api 2xx', 60)
  tallyDuration('jobs', 'settle-overdue', 3)
  for (const authorization of ['', 'Bearer wrong', `Basic ${TOKEN}`, TOKEN])
    expect((await ask({ authorization })).status).toBe(401)
  const answer = await ask({ authorization: `Bearer ${TOKEN}` })
  const text = await answer.text()
  expect(answer.headers.get('content-type')).toContain('version=0.0.4')
  expect(text).toContain('yueding_bookings_total{outcome="awaiting-partner"} 1\n')
  expect(text).toContain('yueding_refusals_total{reason="slot-full"} 1\n')
  expect(text).toContain('_bucket{route="api",status="2xx",le="0.05"} 1\n')
  expect(text).toContain('_bucket{route="api",status="2xx",le="+Inf"} 2\n')
  expect(text).toContain('\nyueding_seat_wishes_waiting 0\n')
  expect(text).toContain('yueding_job_late_seconds_sum{job="settle-overdue"} 3\n')
  expect(text).toMatch(/\nyueding_outbox_due \d+\n/)
  expect(text).toContain('\nyueding_up 1\n')
  expect(text).not.toContain(desk.officeId)
  expect(text).not.toContain(code)
  for (const line of text.trim().split('\n'))
    expect(line).toMatch(/^(# (HELP|TYPE) \w+ .+|\w+(\{(\w+="[^"]*",?)+\})? -?[\d.e+-]+)$/)
})
