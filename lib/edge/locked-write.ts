import { pool } from '#lib/db/pool.ts'
import { chooseLocale } from '#lib/i18n/choose-locale.ts'
import { translator } from '#lib/i18n/translator.ts'
import { findStaffSession } from '#lib/identity/find-staff-session.ts'
import { nameCookie } from '#lib/identity/name-cookie.ts'
import { unlockStaff } from '#lib/identity/unlock-staff.ts'
import { readOwnForm } from './read-own-form.ts'

const CODE = 'yd-lock-code'
const OWN_WAYS = /^\/desk\/(sign-in|activate)(\/|$)/

/** A request as far as its head, in the words of the server. */
export interface RequestHead {
  readonly method?: string | undefined
  readonly url?: string | undefined
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
}

/** Whether a form of a desk page, sent without a script, comes from a workstation that is locked. */
export async function isLockedWrite({ method, url = '', headers }: RequestHead): Promise<boolean> {
  const isForm = /^(multipart\/form-data|application\/x-www-form-urlencoded)/.test(
    String(headers['content-type']),
  )
  const path = url.split('?', 1)[0] ?? ''
  const isOfDesk = path === '/desk' || (path.startsWith('/desk/') && !OWN_WAYS.test(path))
  if (method !== 'POST' || !isOfDesk || !isForm || headers['next-action']) return false
  const token = tokenOf(headers.cookie)
  const session = token && (await findStaffSession(pool(), token, { now: new Date(), touch: false }))
  return session ? session.state === 'locked' : false
}

/**
 * The answer to it: a page that asks for the code and carries along what was typed. With the right code the browser
 * sends the very same form once more (307), to where it belongs.
 */
export async function answerLockedWrite(request: Request): Promise<Response> {
  const form = await readOwnForm(request)
  if (form instanceof Response) return form
  const { pathname, search } = new URL(request.url)
  const token = tokenOf(request.headers.get('cookie') ?? '') ?? ''
  const typed = form.get(CODE)
  const unlocked =
    typeof typed === 'string'
      ? await unlockStaff(pool(), { token, typed: typed.slice(0, 40), now: new Date() })
      : null
  const noStore = { 'cache-control': 'no-store' }
  if (unlocked?.ok)
    return new Response(null, { status: 307, headers: { ...noStore, location: pathname + search } })
  const chosen = /(?:^|;\s*)yd-locale=([\w-]+)/.exec(request.headers.get('cookie') ?? '')?.[1]
  const locale = chooseLocale(chosen, request.headers.get('accept-language') ?? undefined)
  const say = translator(locale, 'staff')
  const fields = [...form].flatMap(([name, value]) =>
    typeof value === 'string' && name !== CODE
      ? [`<input type="hidden" name="${asText(name)}" value="${asText(value)}">`]
      : [],
  )
  const fault = unlocked ? `<p role="alert">${asText(say('code.wrong'))}</p>` : ''
  const page = `<!doctype html><html lang="${locale}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${asText(say('locked.title'))}</title><main><h1>${asText(say('locked.title'))}</h1><p>${asText(say('locked.kept'))}</p>${fault}
<form method="post" enctype="multipart/form-data" action="${asText(pathname + search)}">${fields.join('')}
<p><label for="code">${asText(say('code.field'))}</label> <input id="code" name="${CODE}" inputmode="numeric" autocomplete="one-time-code" required></p>
<button>${asText(say('locked.submit'))}</button></form></main></html>`
  return new Response(page, {
    status: 401,
    headers: { ...noStore, 'content-type': 'text/html; charset=utf-8' },
  })
}

function tokenOf(cookie: string | string[] | undefined): string | undefined {
  const name = `${nameCookie('desk')}=`
  const pair = String(cookie ?? '')
    .split(';')
    .map((one) => one.trim())
    .find((one) => one.startsWith(name))
  return pair?.slice(name.length)
}

// A line break in a hidden field survives only as a reference.
function asText(text: string): string {
  return text.replace(/[&<>"'\r\n]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
