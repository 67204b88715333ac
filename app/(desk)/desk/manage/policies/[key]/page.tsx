import type { Metadata } from 'next'
import { forbidden, notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { ProposalForm } from '#components/approval/proposal-form.tsx'
import { VersionTable } from '#components/approval/version-table.tsx'
import { Card } from '#components/ui/card.tsx'
import { pool } from '#lib/db/pool.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { partsOfKey } from '#lib/domain/policy-key.ts'
import { requireStaff } from '#lib/edge/staff-actor.ts'
import { policyKeyText, policyValueText } from '#lib/format/policy-text.ts'
import { listPlacePath } from '#lib/office/list-place-path.ts'
import { listPolicies } from '#lib/office/list-policies.ts'
import { proposalEnd, proposalWords, versionHeads } from '../../proposal-words.ts'
import { readPlace } from '../../read-place.ts'
import { VersionPage } from '../../version-page.tsx'
import { ownVersions, versionRows } from '../../version-rows.tsx'
import { takePolicy } from '../actions.ts'
import { valueGroups } from '../value-groups.ts'

interface Props {
  readonly params: Promise<{ readonly key: string }>
  readonly searchParams: Promise<Readonly<Record<string, string | undefined>>>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: policyKeyText((await getLocale()) as Locale, (await params).key) }
}

/** One rule of a place: what holds, its versions, and the way to a new one. */
export default async function PolicyPage({ params, searchParams }: Props) {
  const { actor, office } = await requireStaff('see-policies')
  const { key } = await params
  const search = await searchParams
  const parts = partsOfKey(key)
  if (!parts) notFound()
  const now = new Date()
  const today = shanghaiToday(now)
  const place = readPlace(search.place, office.id)
  const listed = await listPolicies(pool(), { actor, place, now })
  if (!listed.ok) forbidden()
  const { rows, mayPropose } = listed.value
  const row = rows.find((one) => one.key === key)
  const locale = (await getLocale()) as Locale
  const t = await getTranslations('policies')
  const words = await getTranslations('approvals')
  const href = `/desk/manage/policies/${key}`
  const here = `${href}?place=${place.scopeId}`
  const versions = ownVersions(row, place)
  const table = await versionRows({
    locale,
    today,
    versions,
    tell: async (one) => ({
      value: (
        <>
          {policyValueText(locale, key, one.value)}
          <span className="block text-small text-ink-soft">
            {t('was', { value: policyValueText(locale, key, row?.valueBefore(one)) })}
          </span>
        </>
      ),
      source: one.source,
    }),
    backTo: mayPropose ? (id) => `${here}&back=${id}#propose` : undefined,
  })
  const back = row?.coming.find(({ id }) => id === search.back)
  const act = back ? 'take-back' : 'new'
  return (
    <VersionPage
      title={policyKeyText(locale, key)}
      back={{ href: `/desk/manage/policies?place=${place.scopeId}`, text: t('title') }}
      places={{ path: await listPlacePath(pool(), { actor, office }), current: place, href, locale }}
      isAsked={search.asked !== undefined}
    >
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <Card className="px-5 py-4">
          <p className="text-small text-ink-soft">{t(`key.${parts.name}.hint`)}</p>
          <p className="my-2 text-lead font-semibold">{policyValueText(locale, key, row?.value)}</p>
          {parts.rules.legal ? <p className="mb-2 text-small">{t('keptByCases')}</p> : null}
          <h2 className="mt-4 text-body">{words('versions')}</h2>
          {table.length > 0 ? (
            <VersionTable caption={words('versions')} heads={await versionHeads()} rows={table} />
          ) : (
            <p className="text-small text-ink-soft">{t('noneOfItsOwn')}</p>
          )}
        </Card>
        {mayPropose ? (
          <Card className="px-5 py-4">
            <h2 id="propose" className="text-body">
              {back
                ? words('takeBackOf', { value: policyValueText(locale, key, back.value) })
                : words('newVersion')}
            </h2>
            <ProposalForm
              key={act}
              action={takePolicy}
              initial={{ values: { value: String(row?.value ?? '') }, errors: [] }}
              fixed={{ place: place.scopeId, key, ...(back ? { back: back.id } : {}) }}
              groups={[...(back ? [] : await valueGroups(parts)), await proposalEnd(act)]}
              words={await proposalWords(act)}
            />
          </Card>
        ) : null}
      </div>
    </VersionPage>
  )
}
