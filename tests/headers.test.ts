import type { IncomingHttpHeaders } from 'node:http'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, expect, test } from 'vitest'
import { distrustHeaders } from '#lib/launch/distrust-headers.ts'

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
