import { hallAnswer } from '#app/(hall)/hall-answer.ts'
import { handNumber } from '#app/(hall)/kiosk/hand-number.ts'
import { kioskFrame } from '#app/(hall)/kiosk/kiosk-frame.ts'
import { tellArrival } from '#app/(hall)/kiosk/tell-arrival.ts'
import { kioskCode, kioskProof } from '#components/hall/kiosk-check-in.ts'
import { kioskVerdict } from '#components/hall/kiosk-verdict.ts'
import { pool } from '#lib/db/pool.ts'
import { checkInAtKiosk } from '#lib/desk/check-in-at-kiosk.ts'
import { loadDevice } from '#lib/edge/device-cookie.ts'
import { hallSpeech } from '#lib/edge/hall-speech.ts'
import { readOwnForm } from '#lib/edge/read-own-form.ts'
import { seeOther } from '#lib/edge/see-other.ts'

/** Asks for the code. */
export async function GET(request: Request): Promise<Response> {
  const device = await loadDevice('kiosk')
  if (!device) return seeOther('/kiosk')
  const speech = await hallSpeech(new URL(request.url).searchParams.get('lang'))
  return hallAnswer(kioskCode(await kioskFrame(device, speech)))
}

/** The code alone: asks for the end of the document number. Both: says what came of it. */
export async function POST(request: Request): Promise<Response> {
  const device = await loadDevice('kiosk')
  if (!device) return seeOther('/kiosk')
  const form = await readOwnForm(request)
  if (form instanceof Response) return form
  const frame = await kioskFrame(device, await hallSpeech(form.get('lang')))
  const shown = String(form.get('shown') ?? '').slice(0, 600)
  const lastFour = String(form.get('lastFour') ?? '').slice(0, 10)
  if (shown.trim() === '') return hallAnswer(kioskCode(frame))
  if (lastFour === '') return hallAnswer(kioskProof(frame, shown, form.get('other') === 'yes'))
  const now = new Date()
  const result = await checkInAtKiosk(pool(), { device, shown, lastFour, now })
  const told = await tellArrival(frame, result)
  const handed = told.ticket && (await handNumber(told.ticket))
  return hallAnswer(kioskVerdict(frame, { ...told, handed, forOther: told.isOneMissing ? shown : undefined }))
}
