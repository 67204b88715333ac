import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { finishSignIn, signOut, startSignIn } from '#lib/edge/sign-in.ts'
import { env } from '#lib/env.ts'
import {
  demoIdentityListener,
  isForDemoIdentity,
} from '#lib/identity/demo-provider/demo-identity-listener.ts'
import { DEMO_PEOPLE } from '#prisma/seed/demo-people.ts'

/** The doors of signing in on the port of the environment, with the real demo service; pages are left out. */
export async function openIdentitySite(dataDir: string): Promise<() => Promise<void>> {
  const demo = demoIdentityListener({ publicUrl: env.publicUrl, dataDir, people: DEMO_PEOPLE })
  const server = createServer((request, response) => {
    if (isForDemoIdentity(request)) demo(request, response)
    else
      answer(request).then(
        (answered) => send(response, answered),
        (error) => send(response, new Response(String(error), { status: 500 })),
      )
  })
  await new Promise<void>((resolve) => server.listen(env.port, env.host, resolve))
  return () =>
    new Promise((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
}

async function answer(request: IncomingMessage): Promise<Response> {
  const url = new URL(request.url ?? '/', env.publicUrl)
  const headers = new Headers({ cookie: request.headers.cookie ?? '' })
  const asked = new Request(url, { headers })
  if (url.pathname === '/api/auth/callback/identity') return finishSignIn(asked)
  if (url.pathname === '/sign-out') return signOut(asked)
  if (url.pathname !== '/sign-in/start') return new Response('a page')
  const form = new URLSearchParams(Buffer.concat(await request.toArray()).toString())
  const origin = request.headers.origin ?? null
  return startSignIn({ origin, returnTo: form.get('to') ?? '', locale: 'zh-CN' })
}

async function send(response: ServerResponse, answered: Response): Promise<void> {
  for (const [name, value] of answered.headers) response.appendHeader(name, value)
  response.writeHead(answered.status).end(await answered.text())
}
