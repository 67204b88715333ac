/** Screens without staff: what hangs in the hall, and what people touch there. */
export const DEVICE_KINDS = ['display', 'kiosk'] as const

export type DeviceKind = (typeof DEVICE_KINDS)[number]

/** A screen that was paired with its office. It may do what its kind needs there, and nothing else. */
export interface Device {
  readonly id: string
  readonly officeId: string
  readonly kind: DeviceKind
  /** As the staff call it: at the entrance, left. */
  readonly name: string
}

/** So long the link that pairs a device works. */
export const PAIRING_HOURS = 24

export function isDeviceKind(value: unknown): value is DeviceKind {
  return DEVICE_KINDS.some((kind) => kind === value)
}
