import type { KioskFrame } from '#components/hall/kiosk-page.ts'
import type { checkInAtKiosk } from '#lib/desk/check-in-at-kiosk.ts'
import type { ArrivalJudgement } from '#lib/domain/arrival.ts'
import type { Ticket } from '#lib/domain/ticket.ts'
import { clockText, dayText } from '#lib/format/dates.ts'
import { getOffice } from '#lib/office/get-office.ts'

interface ToldArrival {
  readonly tone: 'ok' | 'warn' | 'stop'
  readonly title: string
  readonly step: string
  readonly ticket?: Ticket | undefined
  readonly isOneMissing?: boolean
  readonly canRetry?: boolean
}

/** What came of reporting at the kiosk, in words: the verdict and what to do next, never a bare no. */
export async function tellArrival(
  frame: KioskFrame,
  result: Awaited<ReturnType<typeof checkInAtKiosk>>,
): Promise<ToldArrival> {
  const { say } = frame
  const told = (tone: ToldArrival['tone'], word: string, values?: Record<string, string>) => ({
    tone,
    title: say(`verdict.${word}.title`, values),
    step: say(`verdict.${word}.step`, values),
  })
  if (result.ok) {
    const { ticket, judgement } = result.value
    const isOneMissing = ticket.present < ticket.expected
    const word = isOneMissing ? 'one-missing' : judgement.verdict === 'late' ? 'late' : 'fine'
    return { ...told(isOneMissing ? 'warn' : 'ok', word), ticket, isOneMissing }
  }
  const { judgement, current } = result
  if (result.reason === 'rate-limited') return told('stop', 'rate-limited')
  // The same person once more.
  if (current?.state === 'waiting') {
    const isOneMissing = current.present < current.expected
    return { ...told('warn', isOneMissing ? 'one-missing' : 'already-here'), ticket: current, isOneMissing }
  }
  if (!judgement)
    return result.reason === 'not-found'
      ? { ...told('stop', 'not-found'), canRetry: true }
      : told('warn', 'ask-desk')
  return told('warn', wordOf(judgement), await factsOf(judgement, frame))
}

function wordOf({ verdict, step }: ArrivalJudgement): string {
  if (verdict === 'wrong-day') return step.do === 'come-on' ? 'wrong-day' : 'past-day'
  if (verdict === 'already-here') return 'ask-desk'
  return verdict
}

async function factsOf({ step }: ArrivalJudgement, { locale }: KioskFrame): Promise<Record<string, string>> {
  if (step.do === 'come-back') return { time: clockText(locale, step.from) }
  if (step.do === 'come-on') return { day: dayText(locale, step.date), time: step.startTime }
  if (step.do !== 'go-to') return {}
  const office = await getOffice(step.officeId)
  return { office: office?.name[locale] ?? '', day: dayText(locale, step.date), time: step.startTime }
}
