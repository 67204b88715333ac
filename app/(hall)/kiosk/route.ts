import { hallAnswer } from '#app/(hall)/hall-answer.ts'
import { kioskHome } from '#components/hall/kiosk-home.ts'
import { kioskUnpaired } from '#components/hall/kiosk-pairing.ts'
import { greetDevice } from '#lib/edge/device-cookie.ts'
import { hallSpeech } from '#lib/edge/hall-speech.ts'
import { kioskFrame } from './kiosk-frame.ts'

/** The first page of a kiosk. */
export async function GET(request: Request): Promise<Response> {
  const device = await greetDevice('kiosk')
  const frame = await kioskFrame(device, await hallSpeech(new URL(request.url).searchParams.get('lang')))
  return device ? hallAnswer(kioskHome(frame)) : hallAnswer(kioskUnpaired(frame, 'unpaired'), 403)
}
