import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { JourneyStep } from '#lib/domain/journey.ts'

export interface JourneySearch {
  readonly searchParams: Promise<Readonly<Record<string, string | undefined>>>
}

/** The title of a step: what is asked, never for which service, and "error" first when something is to be put right. */
export function stepMetadata(step: JourneyStep) {
  return async ({ searchParams }: JourneySearch): Promise<Metadata> => {
    const t = await getTranslations('journey')
    const common = await getTranslations('common')
    const title = t('title', { step: t(`steps.${step}`) })
    return { title: (await searchParams).wrong ? common('titleWithError', { title }) : title }
  }
}
