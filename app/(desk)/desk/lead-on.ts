import { headers } from 'next/headers'
import { redirect } from 'next/navigation'

/**
 * The answer to an act of the page of today: the address of what there is to see now. The page's script is told it, and
 * asks for what differs; a form that was sent without a script is led there. A redirect in an answer to the script would
 * make Next draw all of the page, five hundred rows, before it answers.
 */
export async function leadOn(address: string): Promise<string> {
  if ((await headers()).has('next-action')) return address
  return redirect(address)
}
