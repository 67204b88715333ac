import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { groupedCode } from '#lib/domain/appointment-code.ts'
import { type Ticket, ticketNumber } from '#lib/domain/ticket.ts'

/**
 * A paper that the office hands out, on one A4 sheet: its title, what it is about, and where people sign. Names are
 * written by hand: no paper of ours copies the register.
 */
export async function OfficePaper({
  title,
  office,
  ticket,
  code,
  day,
  children,
}: {
  title: string
  office: string
  ticket: Pick<Ticket, 'letter' | 'number'>
  code: string | undefined
  day: string
  children: ReactNode
}) {
  const t = await getTranslations('counter.paper')
  const facts = [
    [t('ticket'), ticketNumber(ticket)],
    ...(code ? [[t('code'), groupedCode(code)]] : []),
    [t('date'), day],
  ]
  return (
    <article className="mx-auto max-w-[680px] rounded-card border border-line bg-surface px-10 py-9 print:max-w-none print:border-0 print:p-0">
      <p className="text-center text-small text-ink-soft">{office}</p>
      <h1 className="mb-5 text-center text-title">{title}</h1>
      <dl className="mb-5 flex flex-wrap gap-x-8 gap-y-1 border-y border-line py-2 text-small tabular-nums">
        {facts.map(([label, value]) => (
          <div key={label} className="flex gap-2">
            <dt className="text-ink-soft">{label}</dt>
            <dd className="font-semibold">{value}</dd>
          </div>
        ))}
      </dl>
      <p className="mb-5 flex items-end gap-3">
        {t('applicants')}
        <span className="h-8 flex-1 border-b border-ink-soft" />
        <span className="h-8 flex-1 border-b border-ink-soft" />
      </p>
      <div className="grid gap-4">{children}</div>
      <div className="keep-together mt-12 grid grid-cols-2 gap-10 text-small">
        {[t('received'), `${t('registrar')}　${t('seal')}`].map((text) => (
          <p key={text} className="border-t border-ink-soft pt-2">
            {text}
          </p>
        ))}
      </div>
    </article>
  )
}
