import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { DemoPersonForm } from '#components/identity/demo-person-form.tsx'
import { PersonaButtons } from '#components/identity/persona-buttons.tsx'
import { Button } from '#components/ui/button.tsx'
import { ErrorSummary } from '#components/ui/error-summary.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { shareDemoDesk } from '#lib/identity/share-demo-desk.ts'
import { CouplePage } from '../../../../couple-page.tsx'

type Route = { params: Promise<{ uid: string }> }

export async function generateMetadata({ params }: Route): Promise<Metadata> {
  const t = await getTranslations('identity.demo')
  const common = await getTranslations('common')
  const attempt = shareDemoDesk().attempts.get((await params).uid)
  return { title: attempt ? common('titleWithError', { title: t('title') }) : t('title') }
}

/** The page of the demo identity service; its forms go to the service itself, at this same address. */
export default async function ChooseDemoPersonPage({ params }: Route) {
  const { uid } = await params
  const { personas, attempts } = shareDemoDesk()
  const t = await getTranslations('identity')
  const common = await getTranslations('common')
  const attempt = attempts.get(uid)
  const errors = (attempt?.errors ?? []).map(({ path, reason }) => ({
    field: path,
    text: t(`fault.${path}.${reason}`),
  }))
  const action = `/demo-identity/choose/${encodeURIComponent(uid)}`
  const locale = (await getLocale()) as keyof NonNullable<(typeof personas)[number]['story']>
  const form = <DemoPersonForm action={action} values={attempt?.values} errors={errors} />
  return (
    <CouplePage>
      <ErrorSummary title={common('errorTitle')} errors={errors} />
      <h1>{t('demo.title')}</h1>
      <div className="grid gap-6">
        <Notice tone="warn" title={t('demo.mark')}>
          <p>{t('demo.warning')}</p>
        </Notice>
        {attempt ? form : null}
        {personas.length > 0 ? (
          <PersonaButtons action={action} personas={personas} locale={locale} title={t('demo.choose')} />
        ) : null}
        {attempt ? null : form}
        <form method="post" action={action}>
          <Button type="submit" kind="quiet" name="cancel" value="yes">
            {t('demo.cancel')}
          </Button>
        </form>
      </div>
    </CouplePage>
  )
}
