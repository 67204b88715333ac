import type { IncomingMessage, ServerResponse } from 'node:http'
export function apiListener() {
  return (_: IncomingMessage, res: ServerResponse) => {
    res.writeHead(503).end()
  }
}
