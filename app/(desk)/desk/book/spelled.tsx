import { getTranslations } from 'next-intl/server'
import { readAloud } from '#lib/domain/read-aloud.ts'

/** A number in groups, as it is said on the telephone; a letter comes with the word that tells it from its likes. */
export async function Spelled({ text }: { text: string }) {
  const t = await getTranslations('front.alphabet')
  return (
    <span className="flex flex-wrap gap-x-4 gap-y-1 text-lead tabular-nums">
      {readAloud(text).map((group, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the groups of one number
        <span key={index} className="whitespace-nowrap">
          {group.map(({ sign, kind }, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the signs of one group
            <span key={place} className="mr-1">
              {sign}
              {kind === 'letter' ? (
                <span className="ml-1 text-small font-normal text-ink-soft">
                  {t('as', { word: t(`words.${sign}`) })}
                </span>
              ) : null}
            </span>
          ))}
        </span>
      ))}
    </span>
  )
}
