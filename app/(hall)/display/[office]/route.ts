import { hallAnswer } from '#app/(hall)/hall-answer.ts'
import { displayPage } from '#components/hall/display-page.ts'
import { boardOf } from '#lib/domain/hall-board.ts'
import { hallSpeech } from '#lib/edge/hall-speech.ts'
import { recentHall } from '#lib/edge/recent-hall.ts'
import { getOffice } from '#lib/office/get-office.ts'

/** The display of an office's hall. Whoever knows the office may open it: there is nothing on it that the hall does not hear. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ readonly office: string }> },
): Promise<Response> {
  const { office: id } = await params
  const [office, queue] = await Promise.all([getOffice(id), recentHall(id)])
  if (!office || !queue) return new Response(null, { status: 404 })
  const { say, nonce } = await hallSpeech('zh-CN')
  const { say: english } = await hallSpeech('en')
  const { say: traditional } = await hallSpeech('zh-Hant')
  return hallAnswer(
    displayPage({
      office: office.name['zh-CN'],
      path: `/display/${office.id}`,
      board: boardOf(queue.tickets, new Date()),
      ...{ nonce, say, english, traditional },
    }),
  )
}
