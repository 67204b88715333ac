import { readReturnPath } from './read-return-path.ts'

/** A page of the desk to go on to after signing in; its first page for anything else. */
export function readDeskPath(value: string | null | undefined): string {
  const path = readReturnPath(value)
  const { pathname, searchParams } = new URL(path, 'https://here.invalid')
  searchParams.delete('_rsc')
  const isPage =
    /^\/desk(\/|$)/.test(pathname) && !/^\/desk\/(sign-in|sign-out|activate)(\/|$)/.test(pathname)
  const query = searchParams.size > 0 ? `?${searchParams}` : ''
  return isPage ? pathname + query : '/desk'
}
