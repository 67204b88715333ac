import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { RadioCards } from '#components/ui/radio-cards.tsx'
import type { SlotOnOffer } from '#lib/domain/availability.ts'

/** The times of a day in two groups under one question; full ones are told, not offered. */
export async function TimeOptions({
  legend,
  hint,
  error,
  where,
  slots,
  chosen,
}: {
  legend: string
  hint: string
  error: string | undefined
  /** Where the office stands that day, if that differs from day to day. */
  where?: ReactNode
  slots: readonly SlotOnOffer[]
  chosen: number | undefined
}) {
  const t = await getTranslations('journey.time')
  const common = await getTranslations('common')
  const halves = [
    { name: t('morning'), slots: slots.filter((slot) => slot.start < '12:00') },
    { name: t('afternoon'), slots: slots.filter((slot) => slot.start >= '12:00') },
  ].filter((half) => half.slots.length > 0)
  const isFree = (slot: SlotOnOffer) => slot.remaining > 0
  return (
    <>
      <h1 className="break-keep">{legend}</h1>
      <p className="mb-3 text-small text-ink-soft">{hint}</p>
      {where}
      {halves.map((half, index) => (
        <div key={half.name} className="mb-2">
          {half.slots.some(isFree) ? (
            <RadioCards
              name="slot"
              idBase={index === 0 ? 'slot' : `slot-${index}`}
              legend={half.name}
              error={index === 0 ? error : undefined}
              errorPrefix={common('error')}
              value={chosen === undefined ? undefined : String(chosen)}
              columns={2}
              options={half.slots.filter(isFree).map((slot) => ({
                value: String(slot.id),
                text: <span className="whitespace-nowrap tabular-nums">{slot.start}</span>,
                aside: t('left', { count: slot.remaining }),
              }))}
            />
          ) : (
            <p className="mb-2 font-semibold">{half.name}</p>
          )}
          {half.slots.some((slot) => !isFree(slot)) ? (
            <p className="mb-4 text-small text-ink-soft tabular-nums">
              {half.slots
                .filter((slot) => !isFree(slot))
                .map((slot) => t('full', { start: slot.start }))
                .join(' · ')}
            </p>
          ) : null}
        </div>
      ))}
    </>
  )
}
