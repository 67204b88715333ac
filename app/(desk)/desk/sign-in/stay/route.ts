import { findDeskState } from '#lib/edge/desk-state.ts'
import { readOwnForm } from '#lib/edge/read-own-form.ts'

/** Whether this workstation is locked, and how long it has until then; asking prolongs nothing. */
export async function GET(): Promise<Response> {
  return Response.json(await findDeskState({ touch: false }))
}

/** The same, from somebody who is at work. */
export async function POST(request: Request): Promise<Response> {
  const form = await readOwnForm(request)
  return form instanceof Response ? form : Response.json(await findDeskState({ touch: true }))
}
