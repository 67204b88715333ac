import { getTranslations } from 'next-intl/server'
import { TRAIL_REASONS } from '#lib/domain/trail-reason.ts'
import { FIELD_LOOK } from './step-button.tsx'

/** Why: chosen, never preset, because it goes on the record. */
export async function TrailReason({ id, label }: { id: string; label: string }) {
  const t = await getTranslations('audit.reason')
  return (
    <div>
      <label htmlFor={id} className="block text-small">
        {label}
      </label>
      <select id={id} name="reason" required defaultValue="" className={FIELD_LOOK}>
        <option value="" />
        {TRAIL_REASONS.map((reason) => (
          <option key={reason} value={reason}>
            {t(reason)}
          </option>
        ))}
      </select>
    </div>
  )
}
