import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'

export interface ChangeSearch {
  readonly params: Promise<{ readonly code: string }>
  readonly searchParams: Promise<Readonly<Record<string, string | undefined>>>
}

/** The title of every step of a move: neutral, and "error" first when something is to be put right. */
export async function moveMetadata(searchParams: ChangeSearch['searchParams']): Promise<Metadata> {
  const title = (await getTranslations('change'))('move.title')
  const common = await getTranslations('common')
  return { title: (await searchParams).wrong ? common('titleWithError', { title }) : title }
}
