import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { PrintButton } from '#components/booking/print-button.tsx'
import { DeskKeys } from '#components/desk/desk-keys.tsx'
import { DeskSheet } from '#components/desk/desk-sheet.tsx'
import { GivenNumber } from '#components/desk/given-number.tsx'
import { StepLink } from '#components/desk/step-link.tsx'
import { WalkInForm } from '#components/desk/walk-in-form.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { pool } from '#lib/db/pool.ts'
import { estimateWaits } from '#lib/desk/estimate-waits.ts'
import { listWindows } from '#lib/desk/list-windows.ts'
import { showTicket } from '#lib/desk/show-ticket.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { requireStaff } from '#lib/edge/staff-actor.ts'
import { readTyped } from '#lib/edge/typed-form.ts'
import { refusalWords } from '../refusal-words.ts'
import { give, turnForName } from './actions.ts'
import type { TypedWalkIn } from './typed-walk-in.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('counter.walkIn'))('title') }
}

/** A number for people without an appointment: asked in one form, then shown large enough to read across the counter. */
export default async function WalkInPage({
  searchParams,
}: {
  searchParams: Promise<Readonly<Record<string, string | undefined>>>
}) {
  const staff = await requireStaff('give-ticket')
  const { actor, office } = staff
  const { ticket: ticketId = '', refused } = await searchParams
  const t = await getTranslations('counter')
  const locale = (await getLocale()) as Locale
  const now = new Date()
  const shown = ticketId ? await showTicket(pool(), { actor, ticketId }) : undefined
  if (shown?.ok) {
    const ticket = shown.value
    const waits = await estimateWaits(pool(), { actor, officeId: ticket.officeId, now })
    return (
      <DeskSheet title={t('walkIn.title')}>
        <GivenNumber
          ticket={ticket}
          office={office.name[locale]}
          wait={waits.ok ? waits.value.get(ticket.id) : undefined}
          now={now}
        />
        <div className="no-print mt-5 grid gap-2">
          <PrintButton text={t('paper.print')} />
          <div className="grid grid-cols-2 gap-2">
            <StepLink href="/desk/walk-in" hotkey="x">
              {t('walkIn.next')}
            </StepLink>
            <StepLink href={`/desk?${new URLSearchParams({ at: ticket.id })}`} hotkey="t">
              {t('ways.back')}
            </StepLink>
          </div>
        </div>
        <DeskKeys />
      </DeskSheet>
    )
  }
  const windows = await listWindows(pool(), { actor, officeId: office.id })
  const services = windows.ok ? windows.value.flatMap((one) => (one.open ? one.services : [])) : []
  return (
    <DeskSheet title={t('walkIn.title')} lead={t('walkIn.lead')}>
      {refused ? (
        <div className="mb-3">
          <Notice tone="warn" role="alert" title={await refusalWords(refused)} />
        </div>
      ) : null}
      <WalkInForm
        services={[...new Set(services)]}
        typed={await readTyped<TypedWalkIn>('walk-in', staff)}
        actions={{ give, turn: turnForName }}
      />
      <div className="mt-2 grid">
        <StepLink href="/desk" hotkey="t">
          {t('ways.back')}
        </StepLink>
      </div>
      <DeskKeys />
    </DeskSheet>
  )
}
