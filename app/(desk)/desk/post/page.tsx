import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { DeskSheet } from '#components/desk/desk-sheet.tsx'
import { Button } from '#components/ui/button.tsx'
import { ErrorSummary } from '#components/ui/error-summary.tsx'
import { SelectField } from '#components/ui/field.tsx'
import { pool } from '#lib/db/pool.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { mayDo } from '#lib/domain/permissions.ts'
import type { Service } from '#lib/domain/service.ts'
import { requireSignedInStaff } from '#lib/edge/staff-actor.ts'
import { serviceName } from '#lib/format/service-name.ts'
import { listPosts, type Post } from '#lib/identity/list-posts.ts'
import { readDeskPath } from '#lib/identity/read-desk-path.ts'
import { takePost } from './actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('staff.post'))('title') }
}

export default async function PostPage({
  searchParams,
}: {
  searchParams: Promise<Readonly<Record<string, string | undefined>>>
}) {
  const { actor, session } = await requireSignedInStaff()
  const search = await searchParams
  const t = await getTranslations('staff.post')
  const common = await getTranslations('common')
  const locale = (await getLocale()) as Locale
  const posts = await listPosts(pool(), actor)
  const optionsOf = (post: Post) => {
    const name = post.name[locale]
    const windows = mayDo(actor.grants, 'call-ticket', post) ? post.windows : []
    return [
      ...windows.map((window) => ({
        value: `${post.id} ${window.name}`,
        text: t('window', { office: name, window: window.name, services: servicesOf(window.services) }),
      })),
      { value: post.id, text: t('noWindow', { office: name }) },
    ]
  }
  const servicesOf = (services: readonly Service[]) =>
    services.map((service) => serviceName(locale, service)).join(t('and'))
  const now = [session.office?.id, session.window].filter(Boolean).join(' ')
  const error = search.wrong ? t('wrong') : undefined
  return (
    <DeskSheet title={t('title')} lead={t('lead', { name: actor.name })} isWide>
      <ErrorSummary title={common('errorTitle')} errors={error ? [{ field: 'post', text: error }] : []} />
      <form action={takePost}>
        <input type="hidden" name="to" value={readDeskPath(search.to)} />
        <SelectField
          name="post"
          label={t('field')}
          error={error}
          errorPrefix={common('error')}
          defaultValue={now || undefined}
          options={posts.flatMap(optionsOf)}
        />
        <Button type="submit">{t('submit')}</Button>
      </form>
    </DeskSheet>
  )
}
