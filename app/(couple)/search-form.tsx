import { getTranslations } from 'next-intl/server'
import { Button } from '#components/ui/button.tsx'
import { CONTROL_LOOK, describedBy } from '#components/ui/field.tsx'

/** One field for what and where; a plain GET, so that a search can be sent on as a link. */
export async function SearchForm({ wish }: { wish: string }) {
  const t = await getTranslations('home.search')
  return (
    <search>
      <form action="/" method="get" className="my-5">
        <label htmlFor="q" className="mb-1 block font-semibold">
          {t('label')}
        </label>
        <p id="q-hint" className="mb-1.5 text-small text-ink-soft">
          {t('example')}
        </p>
        <div className="flex gap-2.5">
          <input
            id="q"
            name="q"
            type="search"
            maxLength={60}
            autoComplete="off"
            enterKeyHint="search"
            defaultValue={wish}
            aria-describedby={describedBy('q', true, false)}
            className={`${CONTROL_LOOK} min-w-0 flex-1 border-line-strong`}
          />
          <Button type="submit" wide={false} className="flex-none">
            {t('submit')}
          </Button>
        </div>
      </form>
    </search>
  )
}
