/** Why a seat is added to a full time. Each is put on the record with who did it. */
export const SEAT_REASONS = ['office-error', 'came-from-afar', 'urgent', 'cannot-queue'] as const
