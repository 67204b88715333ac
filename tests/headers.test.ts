import type { IncomingHttpHeaders } from 'node:http'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, expect, test } from 'vitest'
import { distrustHeaders } from '#lib/launch/distrust-headers.ts'
import { refuseWrite } from '#lib/launch/refuse-write.ts'

type Seen = { headers: IncomingHttpHeaders; raw: string[] }

const server = createServer((incoming, response) => {
  distrustHeaders(incoming)
  const seen: Seen = { headers: incoming.headers, raw: incoming.rawHeaders }
  response.end(JSON.stringify(seen))
}).listen(0, '127.0.0.1')
await new Promise((resolve) => server.once('listening', resolve))
afterAll(() => server.close())

function send(headers: Record<string, string>): Promise<Seen> {
  const { port } = server.address() as AddressInfo
  return new Promise((resolve, reject) => {
    request({ port, host: '127.0.0.1', headers }, async (answer) => {
      let text = ''
      for await (const chunk of answer) text += chunk
      resolve(JSON.parse(text))
    })
      .once('error', reject)
      .end()
  })
}

test.each([
  ['X-Middleware-Subrequest', 'middleware:middleware'],
  ['x-nonce', 'forged'],
  ['X-Forwarded-For', '203.0.113.7'],
  ['X-Forwarded-Host', 'evil.example'],
  ['Forwarded', 'for=203.0.113.7'],
])('a stranger’s %s is not believed', async (name, value) => {
  const { headers, raw } = await send({ [name]: value, Accept: 'text/html', Cookie: 'a=1; b=2' })
  expect(headers).not.toHaveProperty(name.toLowerCase())
  expect(raw.map((part) => part.toLowerCase())).not.toContain(name.toLowerCase())
  expect(raw).not.toContain(value)
  expect(headers).toMatchObject({ accept: 'text/html', cookie: 'a=1; b=2' })
  expect(raw).toEqual(expect.arrayContaining(['Accept', 'text/html', 'Cookie', 'a=1; b=2']))
})

test.each([
  ['/book/service', 60, undefined],
  ['/book/service', 70, 413],
  // The list of materials for a marriage, with what it was before, is 66 kB long.
  ['/desk/manage/checklists/marriage', 70, undefined],
  ['/desk/manage/checklists/marriage', 600, 413],
  ['/desk/manage/places/import/check', 2050, undefined],
  ['/desk/manage/places/import/check', 4000, 413],
])('to %s a form of %d kB may be sent: %s', (url, kilobytes, refused) => {
  const headers = { 'content-length': String(kilobytes * 1024), 'sec-fetch-site': 'same-origin' }
  expect(refuseWrite({ method: 'POST', url, headers })).toBe(refused)
})

test('a form that does not say how long it is is not read', () => {
  const headers = { 'transfer-encoding': 'chunked', 'sec-fetch-site': 'same-origin' }
  expect(refuseWrite({ method: 'POST', url: '/book/service', headers })).toBe(411)
  expect(refuseWrite({ method: 'GET', url: '/book/service', headers })).toBeUndefined()
})
