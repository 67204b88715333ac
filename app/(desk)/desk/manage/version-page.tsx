import { getTranslations } from 'next-intl/server'
import type { ComponentProps, ReactNode } from 'react'
import { DeskWork } from '#components/desk/desk-work.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { PlaceChoice } from './place-choice.tsx'

/** A page about one thing that has versions: where it holds, that something was asked for, the thing itself. */
export async function VersionPage({
  title,
  back,
  places,
  isAsked,
  children,
}: {
  title: string
  back: { readonly href: string; readonly text: string }
  /** The choice of a place, where each has versions of its own. */
  places?: ComponentProps<typeof PlaceChoice>
  /** A new version has just been put before a second person. */
  isAsked: boolean
  children: ReactNode
}) {
  const t = await getTranslations('approvals')
  return (
    <DeskWork title={title} back={back}>
      {places ? <PlaceChoice {...places} /> : null}
      {isAsked ? (
        <div className="mb-4">
          <Notice tone="ok" role="status" title={t('asked')} />
        </div>
      ) : null}
      {children}
    </DeskWork>
  )
}
