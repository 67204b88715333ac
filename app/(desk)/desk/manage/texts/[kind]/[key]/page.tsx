import type { Metadata } from 'next'
import { forbidden, notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { ProposalForm } from '#components/approval/proposal-form.tsx'
import { SampleList } from '#components/approval/sample-list.tsx'
import { VersionDifference } from '#components/approval/version-difference.tsx'
import { VersionTable } from '#components/approval/version-table.tsx'
import { Card } from '#components/ui/card.tsx'
import { pool } from '#lib/db/pool.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { textName } from '#lib/domain/text-draft.ts'
import { requireStaff } from '#lib/edge/staff-actor.ts'
import { houseWording } from '#lib/format/house-wording.ts'
import { listPlacePath } from '#lib/office/list-place-path.ts'
import { listTexts } from '#lib/office/list-texts.ts'
import { proposalEnd, proposalWords, versionHeads } from '../../../proposal-words.ts'
import { readPlace } from '../../../read-place.ts'
import { VersionPage } from '../../../version-page.tsx'
import { ownVersions, versionRows } from '../../../version-rows.tsx'
import { takeText } from '../../actions.ts'
import { textGroups, textValues } from '../../text-fields.ts'
import { textLines, textSamples } from '../../text-preview.ts'
import { textTitle } from '../../text-title.ts'

interface Props {
  readonly params: Promise<{ readonly kind: string; readonly key: string }>
  readonly searchParams: Promise<Readonly<Record<string, string | undefined>>>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { kind, key } = await params
  const name = textName(kind, key)
  return { title: name ? await textTitle(name) : (await getTranslations('texts'))('title') }
}

/** One text of a place: how it reads, its versions, and the way to a new one. */
export default async function TextPage({ params, searchParams }: Props) {
  const { actor, office } = await requireStaff('see-policies')
  const { kind, key } = await params
  const search = await searchParams
  const name = textName(kind, key)
  if (!name) notFound()
  const now = new Date()
  const today = shanghaiToday(now)
  const place = readPlace(search.place, office.id)
  const listed = await listTexts(pool(), { actor, place, now })
  if (!listed.ok) forbidden()
  const { rows, mayPropose } = listed.value
  const row = rows.find((one) => one.name.kind === name.kind && one.name.key === name.key)
  const locale = (await getLocale()) as Locale
  const t = await getTranslations('texts')
  const words = await getTranslations('approvals')
  const href = `/desk/manage/texts/${kind}/${key}`
  const here = `${href}?place=${place.scopeId}`
  const house = name.kind === 'letter' ? houseWording(name.key) : undefined
  const text = row?.origin?.text ?? house
  const versions = ownVersions(row, place)
  const excerpt = (of: (typeof versions)[number]) => {
    const said = of.text[locale]
    return typeof said === 'string' ? said : said.sms
  }
  const table = await versionRows({
    locale,
    today,
    versions,
    tell: async (one) => ({
      value: (
        <VersionDifference
          excerpt={excerpt(one)}
          lines={await textLines({ before: row?.versionBefore(one)?.text ?? house, after: one.text })}
          words={{ before: words('proposal.before'), after: words('proposal.after') }}
        />
      ),
      source: one.source,
    }),
    backTo: mayPropose ? (id) => `${here}&back=${id}#propose` : undefined,
  })
  const samples = text ? await textSamples(name, text) : []
  const back = row?.coming.find(({ id }) => id === search.back)
  const act = back ? 'take-back' : 'new'
  return (
    <VersionPage
      title={await textTitle(name)}
      back={{ href: `/desk/manage/texts?place=${place.scopeId}`, text: t('title') }}
      places={{ path: await listPlacePath(pool(), { actor, office }), current: place, href, locale }}
      isAsked={search.asked !== undefined}
    >
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <Card className="px-5 py-4">
          <h2 className="text-body">{t('now')}</h2>
          {text ? (
            <SampleList samples={samples.filter(({ lang }) => lang === locale)} />
          ) : (
            <p>{t(`without.${name.kind}`)}</p>
          )}
        </Card>
        {mayPropose ? (
          <Card className="px-5 py-4">
            <h2 id="propose" className="text-body">
              {back ? words('takeBackOf', { value: excerpt(back) }) : words('newVersion')}
            </h2>
            <ProposalForm
              key={act}
              action={takeText}
              initial={{ values: textValues(text), errors: [] }}
              fixed={{ place: place.scopeId, kind, key, ...(back ? { back: back.id } : {}) }}
              groups={[...(back ? [] : await textGroups(name)), await proposalEnd(act)]}
              words={await proposalWords(act)}
            />
          </Card>
        ) : null}
      </div>
      <Card className="mt-4 px-5 py-4">
        <h2 className="text-body">{words('versions')}</h2>
        {table.length > 0 ? (
          <VersionTable caption={words('versions')} heads={await versionHeads()} rows={table} />
        ) : (
          <p className="text-small text-ink-soft">{t('noneOfItsOwn')}</p>
        )}
      </Card>
    </VersionPage>
  )
}
