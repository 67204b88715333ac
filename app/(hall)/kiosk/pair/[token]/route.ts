import { hallAnswer } from '#app/(hall)/hall-answer.ts'
import { kioskFrame } from '#app/(hall)/kiosk/kiosk-frame.ts'
import { kioskPairing, kioskUnpaired } from '#components/hall/kiosk-pairing.ts'
import { pool } from '#lib/db/pool.ts'
import { findDeviceLink } from '#lib/desk/find-device-link.ts'
import { pairDevice } from '#lib/desk/pair-device.ts'
import { keepDeviceToken } from '#lib/edge/device-cookie.ts'
import { hallSpeech } from '#lib/edge/hall-speech.ts'
import { isSameOrigin } from '#lib/edge/origin.ts'
import { seeOther } from '#lib/edge/see-other.ts'

interface Asked {
  readonly params: Promise<{ readonly token: string }>
}

/** Which screen this browser would become. */
export async function GET(_request: Request, { params }: Asked): Promise<Response> {
  const device = await findDeviceLink(pool(), (await params).token, new Date())
  const frame = await kioskFrame(device, await hallSpeech(undefined))
  return device ? hallAnswer(kioskPairing(frame, device)) : hallAnswer(kioskUnpaired(frame, 'gone'), 404)
}

/** Makes it that screen, once. */
export async function POST(request: Request, { params }: Asked): Promise<Response> {
  if (!isSameOrigin(request.headers)) return new Response(null, { status: 403 })
  const paired = await pairDevice(pool(), { token: (await params).token, now: new Date() })
  if (!paired.ok)
    return hallAnswer(kioskUnpaired(await kioskFrame(undefined, await hallSpeech(undefined)), 'gone'), 404)
  const { device, token } = paired.value
  await keepDeviceToken(token)
  return seeOther(device.kind === 'display' ? `/display/${device.officeId}` : `/${device.kind}`)
}
