import { getLocale, getTranslations } from 'next-intl/server'
import { Card } from '#components/ui/card.tsx'
import { Tag } from '#components/ui/tag.tsx'
import { type Checklist, type ChecklistItem, forTheCouple } from '#lib/domain/checklist.ts'
import { isLocale } from '#lib/domain/localized-text.ts'
import { dayText } from '#lib/format/dates.ts'

/** What to bring: once what is for both, then what each brings; below, what is not needed, and since when. */
export async function CoupleChecklist({ checklist }: { checklist: Checklist }) {
  const t = await getTranslations('materials')
  const parties = await getTranslations('journey.parties')
  const named = await getLocale()
  const locale = isLocale(named) ? named : 'zh-CN'
  const { shared, each } = forTheCouple(checklist)
  const [first, second] = each
  const isAlike = first !== undefined && second !== undefined && first.partyType === second.partyType
  const groups = [
    ...(isAlike || !second
      ? [{ title: second ? t('eachOfYou') : t('you'), items: first?.items ?? [] }]
      : each.map((party) => ({
          title: t('ofParty', { party: parties(party.partyType) }),
          items: party.items,
        }))),
    { title: t('together'), items: shared },
  ].filter((group) => group.items.length > 0)
  // Each with its own day: some things stopped being asked for long before the rest of the list came into force.
  const notNeeded = [...Map.groupBy(checklist.notNeeded, (item) => item.since)].map(([since, items]) =>
    t('notNeededSince', {
      list: items.map((item) => item.name[locale]).join(t('comma')),
      since: dayText(locale, since, 'plain'),
    }),
  )
  return (
    <>
      {groups.map((group) => (
        <div key={group.title} className="mb-4">
          <h3>{group.title}</h3>
          <Card className="px-4">
            <ul className="divide-y divide-line">{group.items.map(itemOf)}</ul>
          </Card>
        </div>
      ))}
      {checklist.notNeeded.length > 0 ? (
        <p className="text-small text-ink-soft">
          {t('notNeeded', { list: notNeeded.join(t('semicolon')) })}{' '}
          {t('source', { source: checklist.ruleSet.source[locale] })}
        </p>
      ) : null}
    </>
  )

  function itemOf(item: ChecklistItem) {
    return (
      <li key={item.code} className="flex items-start gap-3 py-3">
        <span className="min-w-0 flex-1">
          <span className="block font-semibold">{item.name[locale]}</span>
          {item.note ? <span className="block text-small text-ink-soft">{item.note[locale]}</span> : null}
        </span>
        <Tag>{t(`kind.${item.kind}`)}</Tag>
      </li>
    )
  }
}
