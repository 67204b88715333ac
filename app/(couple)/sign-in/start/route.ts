import { getLocale } from 'next-intl/server'
import { isSameOrigin } from '#lib/edge/origin.ts'
import { startSignIn } from '#lib/edge/sign-in.ts'

/** The sign-in button: off to the identity service. A plain form, so that it works without JavaScript. */
export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request.headers)) return new Response(null, { status: 403 })
  const form = await request.formData()
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
