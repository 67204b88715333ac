import { hallAnswer } from '#app/(hall)/hall-answer.ts'
import { kioskFrame } from '#app/(hall)/kiosk/kiosk-frame.ts'
import { kioskUnpaired } from '#components/hall/kiosk-pairing.ts'
import { type TabletPhase, tabletPage } from '#components/hall/tablet-page.ts'
import { pool } from '#lib/db/pool.ts'
import { findTabletVisit } from '#lib/desk/find-tablet-visit.ts'
import { rateAtTablet } from '#lib/desk/rate-at-tablet.ts'
import type { Device } from '#lib/domain/device.ts'
import { greetDevice, loadDevice } from '#lib/edge/device-cookie.ts'
import { hallSpeech } from '#lib/edge/hall-speech.ts'
import { levelWords } from '#lib/edge/level-words.ts'
import { readOwnForm } from '#lib/edge/read-own-form.ts'
import { seeOther } from '#lib/edge/see-other.ts'

/** The tablet of a window: asks how it was, says thanks, or rests. */
export async function GET(request: Request): Promise<Response> {
  const device = await greetDevice('tablet')
  const asked = new URL(request.url).searchParams
  if (!device) {
    const speech = await hallSpeech(asked.get('lang'))
    const frame = { ...(await kioskFrame(undefined, speech)), office: speech.say('tablet.title') }
    return hallAnswer(kioskUnpaired(frame, 'unpaired'), 403)
  }
  return draw(device, { lang: asked.get('lang'), isDone: asked.has('done') })
}

/** Takes the rating. What was answered meanwhile, or belongs to another couple now, leads back to the rest. */
export async function POST(request: Request): Promise<Response> {
  const device = await loadDevice('tablet')
  if (!device) return seeOther('/tablet')
  const form = await readOwnForm(request)
  if (form instanceof Response) return form
  const { locale } = await hallSpeech(form.get('lang'))
  const rated = await rateAtTablet(pool(), {
    device,
    visitId: String(form.get('visit') ?? ''),
    level: Number(form.get('level') ?? 0),
    words: String(form.get('words') ?? ''),
    locale,
    now: new Date(),
  })
  if (rated.ok) return seeOther(`/tablet?done=1&lang=${locale}`)
  if (rated.reason !== 'invalid-input') return seeOther('/tablet')
  return draw(device, { lang: locale, isDone: false, wrong: rated.errors?.[0]?.path })
}

async function draw(
  device: Device,
  asked: {
    readonly lang: string | null
    readonly isDone: boolean
    readonly wrong?: string | undefined
  },
): Promise<Response> {
  const { visit } = await findTabletVisit(pool(), { device, now: new Date() })
  const phase: TabletPhase = asked.isDone ? 'thanks' : visit ? 'ask' : 'rest'
  // In the language of their letters, until they choose another.
  const frame = await kioskFrame(device, await hallSpeech(asked.lang ?? visit?.locale))
  const levelOf = levelWords(frame.locale)
  const window = device.window ?? ''
  return hallAnswer(
    tabletPage(frame, { phase, visit, window, officeId: device.officeId, wrong: asked.wrong, levelOf }),
  )
}
