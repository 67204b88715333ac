import { expect, test } from 'vitest'
import { answerLockedWrite, isLockedWrite } from '#lib/edge/locked-write.ts'
import { env } from '#lib/env.ts'
import { lockStaff } from '#lib/identity/lock-staff.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { employ, startShift } from './fixtures/staff.ts'

const { pool } = await openTestDatabase()

const TYPED = '第一行\n"第二行" <b>'
const FORM = 'multipart/form-data; boundary=x'

async function lockedWorkstation() {
  const now = new Date()
  const member = await employ(pool, { now })
  const token = await startShift(pool, member, now)
  return { member, token, cookie: `other=1; yd-desk=${token}`, lock: () => lockStaff(pool, token, now) }
}

function send(cookie: string, fields: Readonly<Record<string, string>>): Promise<Response> {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.set(name, value)
  const headers = { cookie, 'sec-fetch-site': 'same-origin', 'accept-language': 'zh-CN' }
  return answerLockedWrite(
    new Request(`${env.publicUrl}/desk/cases?day=1`, { method: 'POST', headers, body }),
  )
}

test('only a form without a script from a locked workstation is held', async () => {
  const { cookie, lock } = await lockedWorkstation()
  const head = { method: 'POST', url: '/desk/cases?day=1', headers: { cookie, 'content-type': FORM } }
  expect(await isLockedWrite(head)).toBe(false)
  await lock()
  expect(await isLockedWrite(head)).toBe(true)
  for (const other of [
    { ...head, method: 'GET' },
    { ...head, url: '/book' },
    { ...head, url: '/desk/sign-in/unlock' },
    { ...head, headers: { ...head.headers, 'next-action': 'x' } },
    { ...head, headers: { ...head.headers, cookie: 'yd-desk=unknown' } },
    { ...head, headers: { 'content-type': FORM } },
  ]) {
    expect(await isLockedWrite(other)).toBe(false)
  }
})

test('what was typed comes back with the question for the code, and goes on its way with it', async () => {
  const { member, cookie, lock } = await lockedWorkstation()
  await lock()
  const asked = await send(cookie, { $ACTION_ID_1: '', note: TYPED })
  const page = await asked.text()
  expect([asked.status, asked.headers.get('content-type')]).toEqual([401, 'text/html; charset=utf-8'])
  expect(page).toContain('name="$ACTION_ID_1"')
  expect(page).toContain('value="第一行&#13;&#10;&#34;第二行&#34; &#60;b&#62;"')
  expect(page).toContain('action="/desk/cases?day=1"')
  const wrong = await send(cookie, { note: TYPED, 'yd-lock-code': '000000' })
  expect(await wrong.text()).toContain('role="alert"')
  // The code of the next half minute; that of this one opened the shift.
  const code = member.code(new Date(Date.now() + 30_000))
  const right = await send(cookie, { note: TYPED, 'yd-lock-code': code })
  expect([right.status, right.headers.get('location')]).toEqual([307, '/desk/cases?day=1'])
  const head = { method: 'POST', url: '/desk/cases', headers: { cookie, 'content-type': FORM } }
  expect(await isLockedWrite(head)).toBe(false)
})

test('nothing of it is for another site', async () => {
  const { cookie, lock } = await lockedWorkstation()
  await lock()
  const headers = { cookie, 'sec-fetch-site': 'cross-site' }
  const request = new Request(`${env.publicUrl}/desk/cases`, {
    method: 'POST',
    headers,
    body: new FormData(),
  })
  expect((await answerLockedWrite(request)).status).toBe(403)
})
