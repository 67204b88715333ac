import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { DeskWork } from '#components/desk/desk-work.tsx'
import { FileForm } from '#components/office/file-form.tsx'
import { requireStaff } from '#lib/edge/staff-actor.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('places'))('import.title') }
}

/** Offices by file: looked at line by line first. */
export default async function ImportPage() {
  await requireStaff('edit-office')
  const t = await getTranslations('places')
  const common = await getTranslations('common')
  return (
    <DeskWork
      title={t('import.title')}
      back={{ href: '/desk/manage/places', text: t('backTree') }}
      actions={
        <a
          className="prose-link inline-flex min-h-11 items-center text-small"
          href="/desk/manage/places/export"
        >
          {t('act.export')}
        </a>
      }
    >
      <p className="mb-4 max-w-[46rem] text-ink-soft">{t('import.lead')}</p>
      <noscript>
        <p>{t('import.noScript')}</p>
      </noscript>
      <FileForm
        action="/desk/manage/places/import/check"
        words={{
          errorTitle: common('errorTitle'),
          errorPrefix: common('error'),
          file: t('import.file'),
          fileHint: t('import.fileHint'),
          check: t('import.check'),
          failed: t('import.failed'),
          line: t('import.line'),
          kind: t('tree.state'),
          office: t('tree.office'),
          what: t('import.what'),
          enter: t('import.enter'),
          allOrNothing: t('import.allOrNothing'),
          again: t('import.again'),
          nothing: t('import.nothing'),
        }}
      />
    </DeskWork>
  )
}
