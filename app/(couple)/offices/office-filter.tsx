import { getTranslations } from 'next-intl/server'
import { Button } from '#components/ui/button.tsx'
import { SelectField, TextField } from '#components/ui/field.tsx'
import { PARTY_TYPES } from '#lib/domain/party-type.ts'
import { SERVICES } from '#lib/domain/service.ts'
import { type OfficeWish, officesPath } from './read-wish.ts'

/** Looks for offices by name, and on request by what they do and for whom; a plain GET form. */
export async function OfficeFilter({ wish }: { wish: OfficeWish }) {
  const t = await getTranslations('offices.search')
  const common = await getTranslations('common')
  const services = await getTranslations('services')
  const journey = await getTranslations('journey')
  const hasFilter = Boolean(wish.service || wish.accepts)
  const any = { value: '', text: t('any') }
  return (
    <search>
      <form action="/offices" method="get" className="mb-5">
        {wish.within ? <input type="hidden" name="within" value={wish.within} /> : null}
        <TextField
          name="q"
          type="search"
          label={t('name')}
          hint={t('example')}
          errorPrefix={common('error')}
          maxLength={60}
          autoComplete="off"
          enterKeyHint="search"
          defaultValue={wish.q}
        />
        <details open={hasFilter} className="mb-4">
          <summary className="min-h-11 cursor-pointer py-2 text-accent-deep">{t('filter')}</summary>
          <div className="grid gap-x-4 pt-2 sm:grid-cols-2">
            <SelectField
              name="service"
              label={t('service')}
              errorPrefix={common('error')}
              options={[
                any,
                ...SERVICES.map((service) => ({ value: service, text: services(`${service}.name`) })),
              ]}
              defaultValue={wish.service ?? ''}
            />
            <SelectField
              name="accepts"
              label={t('accepts')}
              errorPrefix={common('error')}
              options={[
                any,
                ...PARTY_TYPES.map((type) => ({ value: type, text: journey(`parties.${type}`) })),
              ]}
              defaultValue={wish.accepts ?? ''}
            />
          </div>
        </details>
        <Button type="submit">{t('submit')}</Button>
        {wish.q || hasFilter ? (
          <a
            className="prose-link mt-1 inline-flex min-h-11 items-center"
            href={officesPath({ within: wish.within })}
          >
            {t('clear')}
          </a>
        ) : null}
      </form>
    </search>
  )
}
