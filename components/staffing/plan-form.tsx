import { getTranslations } from 'next-intl/server'
import type { Locale, LocalizedText } from '#lib/domain/localized-text.ts'
import { FormButton } from './form-button.tsx'
import { RosterChoice, RosterField } from './roster-field.tsx'

/** For which lanes, and which wait is aimed at. */
export async function PlanForm({
  kept,
  lanes,
  laneId,
  target,
  most,
  locale,
}: {
  /** What else the page shows, by its names in the address. */
  kept: Readonly<Record<string, string | undefined>>
  lanes: readonly { readonly id: string; readonly name: LocalizedText }[]
  laneId: string | undefined
  target: number
  /** The longest wait that can be aimed at. */
  most: number
  locale: Locale
}) {
  const t = await getTranslations('staffing.plan')
  return (
    <form method="get" className="no-print mb-4 flex flex-wrap items-end gap-3">
      {Object.entries(kept).map(([name, value]) =>
        value ? <input key={name} type="hidden" name={name} value={value} /> : null,
      )}
      <div className="w-52">
        <RosterChoice
          name="lane"
          label={t('lane')}
          value={laneId ?? ''}
          options={[
            { value: '', text: t('allLanes') },
            ...lanes.map(({ id, name }) => ({ value: id, text: name[locale] })),
          ]}
        />
      </div>
      <div className="w-52">
        <RosterField
          name="target"
          type="number"
          inputMode="numeric"
          min={1}
          max={most}
          label={t('target')}
          defaultValue={target}
        />
      </div>
      <FormButton isMain>{t('reckon')}</FormButton>
    </form>
  )
}
