import { hallAnswer } from '#app/(hall)/hall-answer.ts'
import { handNumber } from '#app/(hall)/kiosk/hand-number.ts'
import { kioskFrame } from '#app/(hall)/kiosk/kiosk-frame.ts'
import { kioskBoth, kioskServices } from '#components/hall/kiosk-number.ts'
import { kioskVerdict } from '#components/hall/kiosk-verdict.ts'
import { pool } from '#lib/db/pool.ts'
import { listKioskServices } from '#lib/desk/list-kiosk-services.ts'
import { takeNumberAtKiosk } from '#lib/desk/take-number-at-kiosk.ts'
import { serviceOfSlug } from '#lib/domain/service.ts'
import { loadDevice } from '#lib/edge/device-cookie.ts'
import { hallSpeech } from '#lib/edge/hall-speech.ts'
import { readOwnForm } from '#lib/edge/read-own-form.ts'
import { seeOther } from '#lib/edge/see-other.ts'

/** For what; then, where it takes two, whether both are here. Something else is a matter for people, not for a screen. */
export async function GET(request: Request): Promise<Response> {
  const device = await loadDevice('kiosk')
  if (!device) return seeOther('/kiosk')
  const asked = new URL(request.url).searchParams
  const frame = await kioskFrame(device, await hallSpeech(asked.get('lang')))
  const { say } = frame
  const services = await listKioskServices(pool(), device)
  const wanted = serviceOfSlug(asked.get('for') ?? '')
  if (wanted && services.includes(wanted)) return hallAnswer(kioskBoth(frame, wanted))
  if (asked.get('for') === 'other') {
    const step = say('take.other.step')
    return hallAnswer(kioskVerdict(frame, { tone: 'ok', title: say('take.other.title'), step }))
  }
  return hallAnswer(kioskServices(frame, services))
}

/** Gives the number. */
export async function POST(request: Request): Promise<Response> {
  const device = await loadDevice('kiosk')
  if (!device) return seeOther('/kiosk')
  const form = await readOwnForm(request)
  if (form instanceof Response) return form
  const frame = await kioskFrame(device, await hallSpeech(form.get('lang')))
  const { say, locale } = frame
  const service = serviceOfSlug(String(form.get('for') ?? ''))
  if (!service) return seeOther(`/kiosk/number?lang=${locale}`)
  const given = await takeNumberAtKiosk(pool(), { device, service, locale, now: new Date() })
  if (!given.ok) {
    const word = given.reason === 'rate-limited' ? 'rate-limited' : 'ask-desk'
    const title = say(`verdict.${word}.title`)
    return hallAnswer(kioskVerdict(frame, { tone: 'warn', title, step: say(`verdict.${word}.step`) }))
  }
  const handed = await handNumber(given.value)
  return hallAnswer(
    kioskVerdict(frame, { tone: 'ok', title: say('take.given.title'), step: say('take.given.step'), handed }),
  )
}
