import { isSameOrigin } from '#lib/edge/origin.ts'
import { signOut } from '#lib/edge/sign-in.ts'

/** The sign-out button: the session ends in the database, not only in this browser. */
export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request.headers)) return new Response(null, { status: 403 })
  return signOut(request)
}
