import type { KioskFrame } from '#components/hall/kiosk-page.ts'
import type { Device } from '#lib/domain/device.ts'
import type { HallSpeech } from '#lib/edge/hall-speech.ts'
import { getOffice } from '#lib/office/get-office.ts'

/** What the pages of a kiosk are drawn with; without a device there is no office to name. */
export async function kioskFrame(device: Device | undefined, speech: HallSpeech): Promise<KioskFrame> {
  const office = device ? await getOffice(device.officeId) : undefined
  return { ...speech, office: office?.name[speech.locale] ?? speech.say('kiosk.title') }
}
