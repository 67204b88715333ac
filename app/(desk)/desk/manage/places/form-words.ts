import { getTranslations } from 'next-intl/server'
import type { PlaceFormWords } from '#components/office/place-fields.ts'
import type { PlaceWords } from './place-words.ts'

/** The words around a form about a place. */
export async function formWords({ t, languages }: PlaceWords, submit: string): Promise<PlaceFormWords> {
  const common = await getTranslations('common')
  return {
    errorTitle: common('errorTitle'),
    errorPrefix: common('error'),
    overtakenTitle: t('edit.overtaken'),
    submit,
    languages,
  }
}
