import { cookies } from 'next/headers'
import { env } from '#lib/env.ts'
import { nameCookie } from '#lib/identity/name-cookie.ts'
import { openJson } from '#lib/identity/open-json.ts'
import { sealJson } from '#lib/identity/seal-json.ts'

const SHOWN_SECONDS = 10 * 60

interface StaffLinkShown {
  readonly staffId: string
  readonly token: string
  readonly purpose: string
}

/** Keeps a link that was just made for the page that shows it, sealed; it stands nowhere else in readable form. */
export async function keepStaffLink(link: StaffLinkShown): Promise<void> {
  ;(await cookies()).set(nameCookie('desk-link'), sealJson('staff link', link).toString('base64url'), {
    httpOnly: true,
    sameSite: 'lax',
    secure: env.publicUrl.startsWith('https:'),
    path: '/',
    maxAge: SHOWN_SECONDS,
  })
}

/** The address of the link just made for somebody, to be handed over; undefined some minutes later. */
export async function readStaffLink(
  staffId: string,
): Promise<{ readonly address: string; readonly purpose: string } | undefined> {
  const sealed = (await cookies()).get(nameCookie('desk-link'))?.value
  if (!sealed) return undefined
  try {
    const link = openJson<StaffLinkShown>('staff link', Buffer.from(sealed, 'base64url'))
    if (link.staffId !== staffId) return undefined
    return { address: `${env.publicUrl}/desk/activate/${link.token}`, purpose: link.purpose }
  } catch {
    return undefined
  }
}
