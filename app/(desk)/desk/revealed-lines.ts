import { getTranslations } from 'next-intl/server'
import type { Revealed } from '#components/desk/reveal-form.tsx'
import type { RevealedPerson } from '#lib/desk/reveal-person.ts'
import type { Result } from '#lib/domain/refusal.ts'

/** What is shown of a person, line by line. */
export async function revealedLines(shown: Result<RevealedPerson>): Promise<Revealed> {
  const t = await getTranslations('counter.reveal')
  if (!shown.ok) return { lines: [], refused: t('refused') }
  const { name, documentNumber, phone } = shown.value
  const lines = [
    [t('name'), name],
    [t('document'), documentNumber],
    [t('phone'), phone],
  ] as const
  return { lines: lines.flatMap(([label, value]) => (value ? [[label, value] as const] : [])) }
}
