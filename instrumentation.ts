import type { Instrumentation } from 'next'

/** Logs a page that failed under the number its visitor sees; what they asked for stays out of the log. */
export const onRequestError: Instrumentation.onRequestError = async (fault, _request, context) => {
  const { describeFault, log } = await import('#lib/log.ts')
  const traceId = (fault as { digest?: string }).digest
  log.error({ traceId, route: context.routePath, fault: describeFault(fault) }, 'page failed')
}
