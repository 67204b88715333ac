import { getLocale } from 'next-intl/server'
import { mayStartSignIn } from '#lib/edge/limits.ts'
import { readOwnForm } from '#lib/edge/read-own-form.ts'
import { seeOther } from '#lib/edge/see-other.ts'
import { startSignIn } from '#lib/edge/sign-in.ts'
import { readReturnPath } from '#lib/identity/read-return-path.ts'

/** The sign-in button: off to the identity service. A plain form, so that it works without JavaScript. */
export async function POST(request: Request): Promise<Response> {
  const form = await readOwnForm(request)
  if (form instanceof Response) return form
  const returnTo = String(form.get('to') ?? '/')
  if (!(await mayStartSignIn())) {
    return seeOther(`/sign-in?${new URLSearchParams({ error: 'busy', to: readReturnPath(returnTo) })}`)
  }
  return startSignIn({
    origin: request.headers.get('origin'),
    returnTo,
    locale: await getLocale(),
  })
}

/** Whoever comes by the address alone (reload, history) gets the page with the button. */
export function GET(): Response {
  return new Response(null, { status: 303, headers: { location: '/sign-in' } })
}
