import { readAppointmentCode } from '#lib/domain/appointment-code.ts'
import { digestText, type OfflineDay, type OfflineEntry } from '#lib/domain/offline.ts'
import { readVoucher } from '#lib/domain/voucher.ts'

/** The rows that typed letters mean: by time, number or name. */
export function entriesLike(day: OfflineDay, typed: string): readonly OfflineEntry[] {
  const wanted = typed.normalize('NFKC').trim().toLowerCase()
  return day.entries.filter(({ startTime, number = '', people }) =>
    [startTime, number, ...people.map(({ name }) => name)].some((text) =>
      text.toLowerCase().includes(wanted),
    ),
  )
}

/**
 * The appointment of a code that was typed or scanned; `none` when it is not on this list, undefined when this is no
 * code. SAFETY: the signature of a scan is not checked here: it only points at a row of our own list.
 */
export async function entryOfCode(
  day: OfflineDay,
  typed: string,
): Promise<OfflineEntry | 'none' | undefined> {
  const text = typed.normalize('NFKC').trim()
  const code = readVoucher(text.split('v=').at(-1) ?? '')?.code ?? readAppointmentCode(text)
  if (!code) return undefined
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(digestText(day.salt, code)))
  const digest = btoa(String.fromCharCode(...new Uint8Array(bytes)))
  return day.entries.find((entry) => entry.digest === digest) ?? 'none'
}
