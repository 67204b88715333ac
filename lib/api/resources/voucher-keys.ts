import { z } from '@hono/zod-openapi'
import { listVoucherKeys } from '#lib/booking/list-voucher-keys.ts'
import { endpoint } from '../endpoint.ts'
import { jsonReply } from '../reply.ts'

/** For a desk or a third party that verifies vouchers by itself; docs/voucher.md tells how. */
export const voucherKeys = endpoint({
  id: 'listVoucherKeys',
  method: 'get',
  path: '/voucher-keys',
  access: 'public',
  answer: z
    .object({
      keys: z.array(
        z
          .object({
            kty: z.literal('OKP'),
            crv: z.literal('Ed25519'),
            x: z.string(),
            kid: z.string(),
            use: z.literal('sig'),
            alg: z.literal('EdDSA'),
          })
          .openapi('VoucherKey'),
      ),
    })
    .openapi('VoucherKeys'),
  handle: async () =>
    jsonReply(200, { keys: listVoucherKeys() }, { 'Cache-Control': 'public, max-age=3600' }),
})
