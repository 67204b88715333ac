import { accessSync, constants, mkdirSync } from 'node:fs'
import { env } from '#lib/env.ts'

/** Makes the data folder; throws a sentence when we may not write there. Others may pass through, not look inside. */
export function prepareDataFolder(): void {
  try {
    mkdirSync(env.dataDir, { recursive: true, mode: 0o711 })
    accessSync(env.dataDir, constants.W_OK | constants.X_OK)
  } catch (cause) {
    throw new Error(
      `The setting DATA_DIR is "${env.dataDir}"; it must be a folder in which this user may write.`,
      { cause },
    )
  }
}
