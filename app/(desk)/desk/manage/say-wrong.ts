import { getTranslations } from 'next-intl/server'
import type { RefusalDetail } from '#lib/domain/refusal.ts'
import type { Said } from './said.ts'

/**
 * What is wrong in words: all of it for the top of a page, and each beside its field; also why a change could not be
 * looked at, where the address says so.
 */
export async function sayWrong(
  found: readonly RefusalDetail[],
  said: Said,
): Promise<{
  readonly summary: readonly { readonly field: string; readonly text: string }[]
  readonly wrong: (path: string) => string | undefined
}> {
  const words = await getTranslations('refusals.field')
  const [at, refused] = [said.get('at') ?? '', said.get('refused')]
  const isTold = found.some(({ path }) => path === at)
  const errors = refused && !isTold ? [...found, { path: at, reason: refused }] : found
  const summary = errors.map(({ path, reason }) => ({
    field: path,
    text: words.has(reason as never) ? words(reason as never) : words('other'),
  }))
  return { summary, wrong: (path) => summary.find(({ field }) => field === path)?.text }
}
