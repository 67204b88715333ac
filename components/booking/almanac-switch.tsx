import { getTranslations } from 'next-intl/server'

/** Whoever wishes sees which days custom calls good for weddings. It is off until then, and says what it is. */
export async function AlmanacSwitch({ almanac }: { almanac: 'on' | 'off' }) {
  const t = await getTranslations('journey.date.almanac')
  return (
    <form method="post" action="/preferences" className="mt-2 text-small text-ink-soft">
      {almanac === 'on' ? <p>{t('note')}</p> : null}
      <button
        type="submit"
        name="almanac"
        value={almanac === 'on' ? 'off' : 'on'}
        className="min-h-11 cursor-pointer text-accent-deep underline underline-offset-4"
      >
        {t(almanac === 'on' ? 'hide' : 'show')}
      </button>
    </form>
  )
}
