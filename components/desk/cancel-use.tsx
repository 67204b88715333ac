import { getTranslations } from 'next-intl/server'
import type { RoomUse } from '#lib/domain/room.ts'

/** Whose booking of a room it is, and its end before it began. */
export async function CancelUse({
  use,
  action,
}: {
  use: Pick<RoomUse, 'id' | 'by'>
  action: (form: FormData) => Promise<void>
}) {
  const t = await getTranslations('rooms.later')
  return (
    <form action={action} className="ml-2 inline-flex items-center gap-2">
      <input type="hidden" name="use" value={use.id} />
      <span>{use.by ? t('by', { name: use.by }) : t('booked')}</span>
      <button type="submit" className="min-h-8 cursor-pointer text-accent-deep underline underline-offset-4">
        {t('cancel')}
      </button>
    </form>
  )
}
