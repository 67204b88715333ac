import { getTranslations } from 'next-intl/server'
import { Notice } from '#components/ui/notice.tsx'
import type { GenuineAnswer } from '#lib/edge/judge-genuine.ts'
import { dayText } from '#lib/format/dates.ts'
import { getOffice } from '#lib/office/get-office.ts'
import { speakingLocale } from '../speaking-locale.ts'

/** What we can say about it, in a sentence and what to do next. */
export async function Answer({ answer }: { answer: GenuineAnswer }) {
  const t = await getTranslations('genuine')
  const name = nameOf(answer)
  return (
    <div className="mb-6">
      <Notice tone={toneOf(name)} role="status" title={t(`answer.${name}.title`)}>
        <p className="text-small">{t(`answer.${name}.text`, await factsOf(answer))}</p>
        {answer.kind === 'code' ? (
          <a className="prose-link inline-flex min-h-11 items-center text-small" href="/appointment">
            {t('lookUp')}
          </a>
        ) : null}
      </Notice>
    </div>
  )
}

type Name = ReturnType<typeof nameOf>

function nameOf(answer: GenuineAnswer) {
  if (answer.kind === 'genuine') return answer.state
  if (answer.kind === 'address') return answer.isOurs ? 'ours' : 'foreign'
  return answer.kind
}

function toneOf(name: Name): 'ok' | 'warn' | 'stop' | 'plain' {
  if (name === 'valid' || name === 'waiting' || name === 'ours') return 'ok'
  if (name === 'wrong-signature' || name === 'unknown-key' || name === 'void') return 'stop'
  return name === 'code' ? 'plain' : 'warn'
}

async function factsOf(answer: GenuineAnswer): Promise<Record<string, string>> {
  if (answer.kind === 'address') return { host: answer.host }
  if (answer.kind !== 'genuine') return {}
  const locale = await speakingLocale()
  const { officeId, date } = answer.voucher
  const office = await getOffice(officeId)
  const facts = { office: office?.name[locale] ?? officeId, day: dayText(locale, date, 'plain') }
  return answer.startTime ? { ...facts, time: answer.startTime } : facts
}
