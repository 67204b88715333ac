import { getTranslations } from 'next-intl/server'
import type { RefusalDetail } from '#lib/domain/refusal.ts'

/** What is wrong in words: all of it for the top of a page, and each beside its field. */
export async function sayWrong(errors: readonly RefusalDetail[]): Promise<{
  readonly summary: readonly { readonly field: string; readonly text: string }[]
  readonly wrong: (path: string) => string | undefined
}> {
  const words = await getTranslations('refusals.field')
  const summary = errors.map(({ path, reason }) => ({
    field: path,
    text: words.has(reason as never) ? words(reason as never) : words('other'),
  }))
  return { summary, wrong: (path) => summary.find(({ field }) => field === path)?.text }
}
