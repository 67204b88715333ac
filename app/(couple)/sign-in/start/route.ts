import { getLocale } from 'next-intl/server'
import { readOwnForm } from '#lib/edge/read-own-form.ts'
import { startSignIn } from '#lib/edge/sign-in.ts'

/** The sign-in button: off to the identity service. A plain form, so that it works without JavaScript. */
export async function POST(request: Request): Promise<Response> {
  const form = await readOwnForm(request)
  if (form instanceof Response) return form
  return startSignIn({
    origin: request.headers.get('origin'),
    returnTo: String(form.get('to') ?? '/'),
    locale: await getLocale(),
  })
}

/** Whoever comes by the address alone (reload, history) gets the page with the button. */
export function GET(): Response {
  return new Response(null, { status: 303, headers: { location: '/sign-in' } })
}
