import { getTranslations } from 'next-intl/server'
import { Button } from '#components/ui/button.tsx'
import { SelectField } from '#components/ui/field.tsx'
import type { OpenVisit } from '#lib/desk/show-home-visit.ts'
import { HOME_VISIT_REFUSALS } from '#lib/domain/home-visit.ts'

/** How it ended. */
export async function EndForm({
  visit,
  mayRefuse,
  action,
}: {
  visit: OpenVisit
  mayRefuse: boolean
  action: (form: FormData) => Promise<void>
}) {
  const t = await getTranslations('home-visit.desk')
  const common = await getTranslations('common')
  const hidden = (
    <>
      <input type="hidden" name="visit" value={visit.id} />
      <input type="hidden" name="version" value={visit.version} />
    </>
  )
  return (
    <section aria-labelledby="end">
      <h2 id="end">{t('end')}</h2>
      <div className="flex flex-wrap gap-3">
        {visit.state === 'planned' ? (
          <form action={action}>
            {hidden}
            <Button type="submit" name="end" value="done" wide={false}>
              {t('ends.done')}
            </Button>
          </form>
        ) : null}
        <form action={action}>
          {hidden}
          <Button kind="second" type="submit" name="end" value="withdrawn" wide={false}>
            {t('ends.withdrawn')}
          </Button>
        </form>
      </div>
      {mayRefuse ? (
        <form action={action} className="mt-5 max-w-md">
          {hidden}
          <SelectField
            name="reason"
            label={t('refuseWhy')}
            hint={t('refuseHint')}
            errorPrefix={common('error')}
            options={HOME_VISIT_REFUSALS.map((value) => ({ value, text: t(`refusals.${value}`) }))}
          />
          <Button kind="second" type="submit" name="end" value="refused" wide={false}>
            {t('ends.refused')}
          </Button>
        </form>
      ) : null}
    </section>
  )
}
