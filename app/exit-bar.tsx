import { getTranslations } from 'next-intl/server'
import { ExitButton } from '#components/booking/exit-button.tsx'
import { exitAddress } from '#lib/edge/exit-address.ts'

/** The way out of a quiet page, in view wherever one has scrolled to, and a word on how it works. */
export async function ExitBar() {
  const t = await getTranslations('safety.exit')
  const journey = await getTranslations('journey')
  return (
    <div className="no-print mx-auto flex h-13 max-w-[640px] items-center px-5">
      <a className="prose-link inline-flex min-h-11 items-center text-small" href="/safety/leave">
        {t('how')}
      </a>
      <div className="pointer-events-none fixed inset-x-0 top-0 z-20 mx-auto flex max-w-[640px] justify-end px-5 py-1">
        <ExitButton
          href={exitAddress()}
          texts={{
            leave: journey('exit'),
            twoMore: t('twoMore'),
            oneMore: t('oneMore'),
            leaving: t('leaving'),
          }}
        />
      </div>
    </div>
  )
}
