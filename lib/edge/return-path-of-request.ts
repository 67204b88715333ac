import { headers } from 'next/headers'
import { returnPath } from './origin.ts'

/** The page of ours from which a form was sent. */
export async function returnPathOfRequest(): Promise<string> {
  return returnPath((await headers()).get('referer'))
}
