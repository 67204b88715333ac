import { cookies } from 'next/headers'
import { pool } from '#lib/db/pool.ts'
import { findDevice } from '#lib/desk/find-device.ts'
import type { Device, DeviceKind } from '#lib/domain/device.ts'
import { env } from '#lib/env.ts'
import { nameCookie } from '#lib/identity/name-cookie.ts'
import { openJson } from '#lib/identity/open-json.ts'
import { sealJson } from '#lib/identity/seal-json.ts'

/** As long as browsers keep a cookie; it begins anew each day, when the screen loads itself again. */
const KEPT_SECONDS = 400 * 24 * 60 * 60
const SHOWN_SECONDS = 10 * 60

/** Keeps in this browser which device it is. Screens are never shown in a frame, so it is always `Lax`. */
export async function keepDeviceToken(token: string): Promise<void> {
  ;(await cookies()).set(nameCookie('device'), token, { ...guard(), maxAge: KEPT_SECONDS })
}

/** The device of this kind that this browser was paired as, as the database has it now; undefined for every other browser. */
export async function loadDevice(kind: DeviceKind): Promise<Device | undefined> {
  const token = (await cookies()).get(nameCookie('device'))?.value
  if (!token || !/^[\w-]{43}$/.test(token)) return undefined
  const device = await findDevice(pool(), token, new Date())
  return device?.kind === kind ? device : undefined
}

/** The same; the cookie is kept for longer from now on. */
export async function greetDevice(kind: DeviceKind): Promise<Device | undefined> {
  const device = await loadDevice(kind)
  const token = (await cookies()).get(nameCookie('device'))?.value
  if (device && token) await keepDeviceToken(token)
  return device
}

interface DeviceLinkShown {
  readonly deviceId: string
  readonly token: string
}

/** Keeps the link of a device that was just made for the page that shows it, sealed; it stands nowhere else in readable form. */
export async function keepDeviceLink(link: DeviceLinkShown): Promise<void> {
  const sealed = sealJson('device link', link).toString('base64url')
  ;(await cookies()).set(nameCookie('device-link'), sealed, { ...guard(), maxAge: SHOWN_SECONDS })
}

/** The address that pairs the device just made; undefined some minutes later. */
export async function readDeviceLink(): Promise<
  { readonly deviceId: string; readonly address: string } | undefined
> {
  const sealed = (await cookies()).get(nameCookie('device-link'))?.value
  if (!sealed) return undefined
  try {
    const { deviceId, token } = openJson<DeviceLinkShown>('device link', Buffer.from(sealed, 'base64url'))
    return { deviceId, address: `${env.publicUrl}/kiosk/pair/${token}` }
  } catch {
    return undefined
  }
}

function guard() {
  const secure = env.publicUrl.startsWith('https:')
  return { httpOnly: true, sameSite: 'lax', secure, path: '/' } as const
}
