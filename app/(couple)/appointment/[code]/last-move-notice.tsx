import { getTranslations } from 'next-intl/server'
import { Notice } from '#components/ui/notice.tsx'
import { findLastMove } from '#lib/booking/find-last-move.ts'
import type { AppointmentView } from '#lib/booking/view-for.ts'
import { pool } from '#lib/db/pool.ts'

/** What became of the last wish for another time: that it came to nothing must not be learnt at the door. */
export async function LastMoveNotice({ appointment }: { appointment: AppointmentView }) {
  const last = await findLastMove(pool(), appointment.id)
  if (!last || last.act === 'move-asked') return null
  const t = await getTranslations('change.ended')
  const isOwn = last.by !== null && last.by === appointment.role
  return (
    <div className="mb-4">
      <Notice tone={last.act === 'move-agreed' ? 'ok' : 'plain'} role="status">
        <p>{t(isOwn ? `${last.act}.self` : `${last.act}.other`)}</p>
      </Notice>
    </div>
  )
}
