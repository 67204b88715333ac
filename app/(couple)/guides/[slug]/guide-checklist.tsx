import { getTranslations } from 'next-intl/server'
import { partyGuidePath } from '#app/(couple)/guides/party-guide.ts'
import { CoupleChecklist } from '#components/materials/couple-checklist.tsx'
import { PartyChoice } from '#components/materials/party-choice.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { shanghaiToday } from '#lib/domain/clock.ts'
import { isMainland, PARTY_TYPES, type PartyType } from '#lib/domain/party-type.ts'
import { SERVICE_FACTS, type Service } from '#lib/domain/service.ts'
import { compileChecklist } from '#lib/materials/compile-checklist.ts'

/** What to bring today, for the people chosen above the list. */
export async function GuideChecklist({
  service,
  search,
}: {
  service: Service
  search: Readonly<Record<string, string | undefined>>
}) {
  const t = await getTranslations('guides')
  const common = await getTranslations('common')
  const names = await getTranslations('journey.parties')
  const { parties: count, slug } = SERVICE_FACTS[service]
  const chosen = ['you', 'partner']
    .slice(0, count)
    .map((name) => ({ name, partyType: partyOf(search[name]) }))
  const parties = chosen.map((party) => party.partyType)
  const now = new Date()
  const checklist = await compileChecklist({ service, parties, on: shanghaiToday(now), now })
  const special = [...new Set(parties)].flatMap((partyType) => {
    const href = partyGuidePath(partyType)
    return href ? [{ href, text: t('bring.special', { party: names(partyType) }) }] : []
  })
  const isNobodyMainland = count === 2 && !parties.some(isMainland)
  return (
    <>
      {service === 'CEREMONY' ? null : (
        <PartyChoice
          action={`/guides/${slug}#bring`}
          fields={chosen.map(({ name, partyType }) => ({
            name,
            label: t(count === 2 ? `bring.${name}` : 'bring.alone'),
            value: partyType,
          }))}
          options={PARTY_TYPES.map((value) => ({ value, text: names(value) }))}
          kept={search.accepted ? { accepted: search.accepted } : {}}
          submit={t('bring.show')}
          errorPrefix={common('error')}
        />
      )}
      {isNobodyMainland ? (
        <div className="mt-4">
          <Notice tone="warn" title={t('bring.nobodyMainland')}>
            <p>{t('bring.nobodyMainlandNext')}</p>
          </Notice>
        </div>
      ) : null}
      <div className="mt-5">{checklist ? <CoupleChecklist checklist={checklist} /> : null}</div>
      {special.map((link) => (
        <p key={link.href}>
          <a className="prose-link inline-flex min-h-11 items-center" href={link.href}>
            {link.text}
          </a>
        </p>
      ))}
    </>
  )
}

function partyOf(value: string | undefined): PartyType {
  return PARTY_TYPES.find((type) => type === value) ?? 'MAINLAND'
}
