import { getLocale } from 'next-intl/server'
import { hallAnswer } from '#app/(hall)/hall-answer.ts'
import { numberGone, numberPage } from '#components/hall/number-page.ts'
import { hallSpeech } from '#lib/edge/hall-speech.ts'
import { getOffice } from '#lib/office/get-office.ts'
import { loadNumber } from './load-number.ts'

/** One's own number, for whoever holds the link. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ readonly token: string }> },
): Promise<Response> {
  const { token } = await params
  const speech = await hallSpeech(await getLocale())
  const found = await loadNumber(token, speech)
  const office = found && (await getOffice(found.officeId))
  if (!found || !office) return hallAnswer(numberGone(speech), 404)
  return hallAnswer(
    numberPage({
      ...speech,
      office: office.name[speech.locale],
      address: office.address[speech.locale],
      path: `/number/${token}`,
      lines: found.lines,
    }),
  )
}
