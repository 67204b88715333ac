import { finishSignIn } from '#lib/edge/sign-in.ts'

/** Where the identity service sends the browser back to; the only door of next-auth that is open to the network. */
export async function GET(request: Request): Promise<Response> {
  return finishSignIn(request)
}
