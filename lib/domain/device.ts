/** Screens without staff: what hangs in the hall, what people touch there, and what lies at a window to say how it was. */
export const DEVICE_KINDS = ['display', 'kiosk', 'tablet'] as const

export type DeviceKind = (typeof DEVICE_KINDS)[number]

/** A screen that was paired with its office. It may do what its kind needs there, and nothing else. */
export interface Device {
  readonly id: string
  readonly officeId: string
  readonly kind: DeviceKind
  /** As the staff call it: at the entrance, left. */
  readonly name: string
  /** At which a tablet stands; null for what belongs to no window. */
  readonly window: string | null
}

/** So long the link that pairs a device works. */
export const PAIRING_HOURS = 24

export function isDeviceKind(value: unknown): value is DeviceKind {
  return DEVICE_KINDS.some((kind) => kind === value)
}
