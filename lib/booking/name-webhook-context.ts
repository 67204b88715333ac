/** Where the secret of a webhook lies; sealed for one channel it opens for no other. */
export function nameWebhookContext(channelId: string): string {
  return `webhook ${channelId}`
}
