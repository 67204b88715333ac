import { getTranslations } from 'next-intl/server'
import type { FileAnswer } from '#components/office/file-answer.ts'
import { pool } from '#lib/db/pool.ts'
import { takeInOffices } from '#lib/desk/take-in-offices.ts'
import { readOwnForm } from '#lib/edge/read-own-form.ts'
import { requireStaff } from '#lib/edge/staff-actor.ts'
import { previewOffices } from '#lib/office/preview-offices.ts'
import { answerOf, faultsOf } from '../file-words.ts'

const MOST_BYTES = 2 * 1024 * 1024
const FORM_AROUND = 4096

/** Looks at a file of offices, or with the word for what was seen does exactly that. Nothing of it is kept between. */
export async function POST(request: Request): Promise<Response> {
  const { actor } = await requireStaff('edit-office')
  const form = await readOwnForm(request, MOST_BYTES + FORM_AROUND)
  const t = await getTranslations('refusals.field')
  const say = (answer: FileAnswer, status = 200) => Response.json(answer, { status })
  if (form instanceof Response) return form.status === 413 ? say({ faults: [t('file-too-big')] }, 413) : form
  const given = form.get('file')
  if (!(given instanceof File) || given.size === 0)
    return say({ faults: [(await getTranslations('places.import'))('choose')] })
  const wish = { actor, file: new Uint8Array(await given.arrayBuffer()), now: new Date() }
  const picture = form.get('picture')
  if (picture !== null) {
    const imported = await takeInOffices(pool(), { ...wish, picture: String(picture) })
    if (imported.ok) {
      const { founded, edited } = imported.value
      const said = new URLSearchParams({ done: 'import', founded: `${founded}`, edited: `${edited}` })
      return say({ faults: [], to: `/desk/manage/places?${said}` })
    }
    return say({ faults: await faultsOf(imported) })
  }
  const judged = await previewOffices(pool(), wish)
  return say(judged.ok ? await answerOf(judged.value) : { faults: await faultsOf(judged) })
}
