import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { PrintButton } from '#components/booking/print-button.tsx'
import { DeskKeys } from '#components/desk/desk-keys.tsx'
import { StepLink } from '#components/desk/step-link.tsx'
import { Notice } from '#components/ui/notice.tsx'

/** A paper of a visit with the way back to it; only the paper is printed. */
export async function PaperPage({
  id,
  title,
  none,
  children,
}: {
  /** Of the row of today it belongs to. */
  id: string
  /** Of the page where there is no paper; a paper has its own. */
  title?: string
  /** What is said where there is no paper. */
  none?: string
  children?: ReactNode
}) {
  const t = await getTranslations('counter')
  return (
    <div className="px-4 py-5 print:p-0">
      <div className="no-print mx-auto mb-4 grid max-w-[680px] grid-cols-2 gap-2">
        <StepLink href={`/desk?${new URLSearchParams({ at: id })}`} hotkey="t">
          {t('ways.back')}
        </StepLink>
        {none ? null : <PrintButton text={t('paper.print')} />}
      </div>
      {none ? (
        <div className="mx-auto max-w-[680px]">
          {title ? <h1 className="mb-3 text-lead">{title}</h1> : null}
          <Notice title={none} />
        </div>
      ) : (
        children
      )}
      <DeskKeys />
    </div>
  )
}
