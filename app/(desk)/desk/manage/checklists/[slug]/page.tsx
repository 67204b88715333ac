import type { Metadata } from 'next'
import { forbidden, notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { ProposalForm } from '#components/approval/proposal-form.tsx'
import { VersionDifference } from '#components/approval/version-difference.tsx'
import { VersionTable } from '#components/approval/version-table.tsx'
import { CoupleChecklist } from '#components/materials/couple-checklist.tsx'
import { Card } from '#components/ui/card.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { pool } from '#lib/db/pool.ts'
import { checklistFor } from '#lib/domain/checklist.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import { LOCALES, type Locale } from '#lib/domain/localized-text.ts'
import { serviceOfSlug } from '#lib/domain/service.ts'
import { versionOn } from '#lib/domain/version-line.ts'
import { requireStaff } from '#lib/edge/staff-actor.ts'
import { serviceName } from '#lib/format/service-name.ts'
import { listChecklistVersions } from '#lib/materials/list-checklist-versions.ts'
import { listRuleSets } from '#lib/materials/list-rule-sets.ts'
import { proposalEnd, proposalWords, versionHeads } from '../../proposal-words.ts'
import { VersionPage } from '../../version-page.tsx'
import { versionRows } from '../../version-rows.tsx'
import { takeChecklist } from '../actions.ts'
import { checklistLines } from '../checklist-preview.ts'
import { itemGroups } from '../item-groups.ts'
import { itemRows, itemValues } from '../item-rows.ts'
import { spareValues } from '../spare-rows.ts'

interface Props {
  readonly params: Promise<{ readonly slug: string }>
  readonly searchParams: Promise<Readonly<Record<string, string | undefined>>>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const title = (await getTranslations('checklists'))('title')
  const service = serviceOfSlug((await params).slug)
  return { title: service ? `${serviceName((await getLocale()) as Locale, service)} · ${title}` : title }
}

/** What one service asks for: the list as couples see it, its versions, and the way to a new one. */
export default async function ChecklistPage({ params, searchParams }: Props) {
  const { actor, office } = await requireStaff('see-policies')
  const service = serviceOfSlug((await params).slug)
  if (!service) notFound()
  const search = await searchParams
  const now = new Date()
  const today = shanghaiToday(now)
  const listed = await listChecklistVersions(pool(), { actor, office })
  if (!listed.ok) forbidden()
  const line = listed.value.versions.filter((one) => one.service === service)
  const ruleSets = await listRuleSets(now)
  const locale = (await getLocale()) as Locale
  const t = await getTranslations('checklists')
  const words = await getTranslations('approvals')
  const here = `/desk/manage/checklists/${(await params).slug}`
  const left = line.filter(({ isTakenBack }) => !isTakenBack)
  const current = versionOn(left, today) ?? left[0]
  const base = ruleSets.find(({ id }) => id === current?.id)
  const shown = checklistFor(ruleSets, service, ['MAINLAND'], today, current?.id)
  const { mayPropose } = listed.value
  const isComing = (one: (typeof line)[number]) => !one.isTakenBack && one.validFrom > today
  const table = await versionRows({
    locale,
    today,
    versions: line,
    tell: async ({ id }) => ({
      value: await contentOf(id),
      source: ruleSets.find((one) => one.id === id)?.source[locale] ?? '',
    }),
    backTo: mayPropose ? (id) => `${here}?back=${id}#propose` : undefined,
  })
  async function contentOf(id: string) {
    const list = ruleSets.find((one) => one.id === id)
    // The youngest come first.
    const earlier = ruleSets.find((one) => one.service === service && list && one.validFrom < list.validFrom)
    return (
      <VersionDifference
        excerpt={t('things', { count: list ? itemRows(list).length : 0 })}
        lines={list ? await checklistLines(locale, { from: earlier, to: list }) : []}
        words={{ before: words('proposal.before'), after: words('proposal.after') }}
      />
    )
  }
  const back = line.find((one) => one.id === search.back && isComing(one))
  const act = back ? 'take-back' : 'new'
  const sources = base ? LOCALES.map((lang) => [`source.${lang}`, base.source[lang]]) : []
  return (
    <VersionPage
      title={serviceName(locale, service)}
      back={{ href: '/desk/manage/checklists', text: t('title') }}
      isAsked={search.asked !== undefined}
    >
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <Card className="px-5 py-4">
          <h2 className="text-body">{t('now')}</h2>
          {shown ? <CoupleChecklist checklist={shown} /> : null}
          <p className="my-3 text-small">{t('kept')}</p>
        </Card>
        {mayPropose && base ? (
          <Card className="px-5 py-4">
            <h2 id="propose" className="text-body">
              {back ? words('takeBackOf', { value: serviceName(locale, service) }) : words('newVersion')}
            </h2>
            <ProposalForm
              key={act}
              action={takeChecklist}
              initial={{
                values: {
                  ...itemValues(itemRows(base)),
                  ...spareValues(base),
                  ...Object.fromEntries(sources),
                },
                errors: [],
              }}
              fixed={{ base: base.id, ...(back ? { back: back.id } : {}) }}
              groups={[...(back ? [] : await itemGroups(base)), await proposalEnd(act, false)]}
              words={await proposalWords(act)}
            />
          </Card>
        ) : (
          <Notice title={t('nationOnly')} />
        )}
      </div>
      <Card className="mt-4 px-5 py-4">
        <h2 className="text-body">{words('versions')}</h2>
        <VersionTable caption={words('versions')} heads={await versionHeads()} rows={table} />
      </Card>
    </VersionPage>
  )
}
