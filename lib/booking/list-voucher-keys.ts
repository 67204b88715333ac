import { loadVoucherKeys, type VoucherKey } from './load-voucher-keys.ts'

/** The public keys by which anybody can tell whether a voucher is ours, the newest first. */
export function listVoucherKeys(): readonly VoucherKey[] {
  return loadVoucherKeys().published
}
