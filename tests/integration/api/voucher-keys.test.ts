import { createPublicKey, verify } from 'node:crypto'
import { expect, test } from 'vitest'
import { signVoucher } from '#lib/booking/sign-voucher.ts'
import { calendarDate } from '#lib/domain/calendar-date.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { openApiSite } from './fixtures/api-site.ts'

await openTestDatabase()
const { ask } = await openApiSite()

test('the public keys are for everybody, may be kept, and verify what was signed', async () => {
  const { status, json, headers } = await ask('/voucher-keys')
  expect(status).toBe(200)
  expect(headers.get('cache-control')).toBe('public, max-age=3600')
  expect(json.keys).toHaveLength(2)
  const voucher = { code: '7K3Q9M2X42', officeId: 'anji', date: calendarDate('2026-12-01') }
  const [code, office, day, kid, signature = ''] = signVoucher(voucher).split('.')
  const key = createPublicKey({
    key: json.keys.find((one: { kid: string }) => one.kid === kid),
    format: 'jwk',
  })
  const message = Buffer.from(['yueding-voucher-1', code, office, day].join('\n'))
  expect(verify(null, message, key, Buffer.from(signature, 'base64url'))).toBe(true)
})

test('nothing private is among them', async () => {
  const { json } = await ask('/voucher-keys')
  for (const key of json.keys) {
    expect(Object.keys(key).sort()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x'])
  }
})
