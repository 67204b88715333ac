import { findSession } from '#lib/identity/find-session.ts'
import { readSessionId } from '#lib/identity/read-session-id.ts'

/** The seconds that the session of a request has left, 0 when there is none. `touch` prolongs it. */
export async function findSessionEnd(request: Request, { touch }: { touch: boolean }): Promise<number> {
  const now = new Date()
  const sessionId = await readSessionId(request.headers.get('cookie'))
  const session = sessionId ? await findSession(sessionId, { now, touch }) : undefined
  return session ? Math.max(0, Math.floor((session.endsAt.getTime() - now.getTime()) / 1000)) : 0
}
