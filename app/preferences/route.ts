import { NextResponse } from 'next/server'
import { isLocale } from '#lib/domain/localized-text.ts'
import { returnPath } from '#lib/edge/origin.ts'
import { readOwnForm } from '#lib/edge/read-own-form.ts'
import { guardCookie } from '#lib/identity/guard-cookie.ts'

const YEAR_SECONDS = 31_536_000

/** Remembers language, size of text and wish for the almanac in this browser, and goes back to where the switch was pressed. */
export async function POST(request: Request): Promise<Response> {
  const form = await readOwnForm(request)
  if (form instanceof Response) return form
  const response = new NextResponse(null, {
    status: 303,
    headers: { location: returnPath(request.headers.get('referer')) },
  })
  const options = { ...guardCookie(), maxAge: YEAR_SECONDS }
  const locale = String(form.get('locale') ?? '')
  if (isLocale(locale)) response.cookies.set('yd-locale', locale, options)
  const elder = form.get('elder')
  if (elder === 'on' || elder === 'off') response.cookies.set('yd-elder', elder, options)
  const almanac = form.get('almanac')
  if (almanac === 'on' || almanac === 'off') response.cookies.set('yd-almanac', almanac, options)
  return response
}
