import { headers } from 'next/headers'
import { isLocale, type Locale } from '#lib/domain/localized-text.ts'
import { type Translate, translator } from '#lib/i18n/translator.ts'

/** In which language a screen of the hall speaks, and its words: by its address, not by the browser it runs in. */
export interface HallSpeech {
  readonly locale: Locale
  readonly say: Translate
  /** Lets the style and the script of this very answer run. */
  readonly nonce: string
}

/** The language that is asked for, otherwise simplified Chinese. */
export async function hallSpeech(asked: FormDataEntryValue | null | undefined): Promise<HallSpeech> {
  const locale = typeof asked === 'string' && isLocale(asked) ? asked : 'zh-CN'
  return { locale, say: translator(locale, 'hall'), nonce: (await headers()).get('x-nonce') ?? '' }
}
