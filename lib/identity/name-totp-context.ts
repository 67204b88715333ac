/** Where the authenticator's secret of a member of staff lies, for `sealJson`. */
export function nameTotpContext(staffId: string): string {
  return `staff\n${staffId}\ntotp`
}
