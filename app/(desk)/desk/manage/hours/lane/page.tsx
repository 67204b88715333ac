import type { Metadata } from 'next'
import { forbidden, notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { EnterButton } from '#components/capacity/enter-button.tsx'
import { FormStep } from '#components/capacity/form-step.tsx'
import { RuleFields } from '#components/capacity/rule-fields.tsx'
import { SmallBoxes, SmallError, SmallField } from '#components/capacity/small-field.tsx'
import { DeskWork } from '#components/desk/desk-work.tsx'
import { Button } from '#components/ui/button.tsx'
import { ErrorSummary } from '#components/ui/error-summary.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { showHours } from '#lib/capacity/show-hours.ts'
import { pool } from '#lib/db/pool.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import { blankRule, readLane, typeLane } from '#lib/domain/lane-input.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { placesAWeek } from '#lib/domain/places-a-week.ts'
import { SERVICES } from '#lib/domain/service.ts'
import { requireStaff } from '#lib/edge/staff-actor.ts'
import { laneField } from '#lib/format/hours-field.ts'
import { ruleText } from '#lib/format/rule-text.ts'
import { serviceName } from '#lib/format/service-name.ts'
import { type Search, saidOf } from '../../said.ts'
import { sayWrong } from '../../say-wrong.ts'
import { withSearch } from '../../week/week-address.ts'
import { proposeLane } from '../actions.ts'
import { readLaneForm } from './lane-form.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('hours.form'))('title') }
}

/**
 * One lane with all its rules. Everything typed stands in the address: adding a rule, looking at what the rules come to,
 * a fault and a reload lose nothing, and nothing is written before somebody has seen whom it concerns.
 */
export default async function LanePage({ searchParams }: { searchParams: Search }) {
  const said = saidOf(await searchParams)
  const asked = said.get('office') ?? undefined
  const { actor, office } = await requireStaff('edit-hours', asked)
  const now = new Date()
  const today = shanghaiToday(now)
  const shown = await showHours(pool(), { actor, officeId: office.id, now })
  if (!shown.ok) forbidden()
  const kept = shown.value.lanes.find(({ id }) => id === said.get('lane'))
  if (!kept && said.get('lane')) notFound()
  const t = await getTranslations('hours.form')
  const manage = await getTranslations('hours')
  const common = await getTranslations('common')
  const locale = (await getLocale()) as Locale
  const sent = readLaneForm(said, today)
  const blank = {
    name: '',
    nameHant: '',
    nameEn: '',
    services: [],
    slotMinutes: '15',
    rules: [blankRule(today)],
  }
  const typed = sent ?? (kept ? typeLane(kept) : blank)
  const { lane, errors } = readLane(typed, today)
  const isJudged = sent !== undefined && (said.get('do') ?? 'look') === 'look'
  const { summary, wrong } = sayWrong(locale, { found: isJudged ? errors : [], said, nameOf: laneField })
  const isSound = errors.length === 0
  const places = isSound ? placesAWeek(lane, today) : undefined
  const version = said.get('version') ?? String(kept?.version ?? '')
  const isStale = kept !== undefined && version !== String(kept.version)
  return (
    <DeskWork
      title={kept ? t('titleOf', { lane: kept.name[locale] }) : t('titleNew')}
      back={{ href: withSearch('/desk/manage/hours', { office: asked }), text: manage('back') }}
    >
      <ErrorSummary title={common('errorTitle')} errors={summary} />
      {isStale ? (
        <div className="mb-4">
          <Notice tone="warn" role="alert" title={t('stale')}>
            <p>{t('staleText')}</p>
            <ul className="mt-1 list-disc pl-5 text-small">
              {kept.rules.map((rule) => {
                const text = ruleText(locale, rule)
                return <li key={text}>{text}</li>
              })}
            </ul>
            <p className="mt-1">
              <a
                className="prose-link inline-flex min-h-11 items-center"
                href={withSearch('/desk/manage/hours/lane', { office: asked, lane: kept.id })}
              >
                {t('staleAnew')}
              </a>
            </p>
          </Notice>
        </div>
      ) : null}
      <form method="get" action="/desk/manage/hours/lane" noValidate className="grid gap-4">
        <EnterButton name="do" value="look" />
        <input type="hidden" name="count" value={typed.rules.length} />
        {asked ? <input type="hidden" name="office" value={asked} /> : null}
        {kept ? <input type="hidden" name="lane" value={kept.id} /> : null}
        {kept ? <input type="hidden" name="version" value={version} /> : null}
        <fieldset className="rounded-card border border-line bg-surface px-4 pb-4 *:clear-both">
          <legend className="float-left w-full pt-3 pb-1.5 font-semibold">{t('lane')}</legend>
          <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
            <SmallField
              name="name"
              label={t('name')}
              error={wrong('name')}
              defaultValue={typed.name}
              maxLength={60}
            />
            <SmallField name="nameHant" label={t('nameHant')} defaultValue={typed.nameHant} maxLength={60} />
            <SmallField name="nameEn" label={t('nameEn')} defaultValue={typed.nameEn} maxLength={60} />
            <SmallField
              name="slotMinutes"
              label={t('slotMinutes')}
              error={wrong('slotMinutes')}
              defaultValue={typed.slotMinutes}
              inputMode="numeric"
              maxLength={3}
            />
          </div>
          <div className="mt-3">
            <SmallBoxes
              name="services"
              legend={t('services')}
              error={wrong('services')}
              options={SERVICES.map((value) => ({ value, text: serviceName(locale, value) }))}
              values={typed.services}
            />
          </div>
        </fieldset>
        {typed.rules.map((rule, index) => {
          const read = lane.rules[index]
          const isRead = read && !errors.some(({ path }) => path.startsWith(`rules.${index}.`))
          return (
            <RuleFields
              // biome-ignore lint/suspicious/noArrayIndexKey: a rule is nothing but its place in the form
              key={`${index} ${typed.rules.length}`}
              index={index}
              rule={rule}
              sentence={isRead ? ruleText(locale, read) : undefined}
              wrong={wrong}
            />
          )
        })}
        <div id="rules">
          <SmallError id="rules" text={wrong('rules')} />
          <FormStep value="add">{t('add')}</FormStep>
        </div>
        <Notice title={places ? t('places', { ...places }) : t('placesLater')} role="status">
          {places && places.least !== places.most ? <p>{t('placesVary', { ...places })}</p> : null}
          {places && kept ? <p>{t('placesNow', { ...kept.places })}</p> : null}
        </Notice>
        <div className="flex flex-wrap gap-3">
          <Button type="submit" name="do" value="look" kind="second" wide={false}>
            {t('look')}
          </Button>
          <Button type="submit" formAction={proposeLane} wide={false}>
            {t('propose')}
          </Button>
        </div>
        <p className="text-small text-ink-soft">{t('proposeHint')}</p>
      </form>
    </DeskWork>
  )
}
