import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

const EVERY_MS = 250

/** Watches how much memory a process holds (RSS); `most` tells the highest of it in MB. */
export function watchMemory(pid: number): { readonly most: () => number } {
  let most = 0
  const timer = setInterval(() => {
    most = Math.max(most, residentMegabytes(pid))
  }, EVERY_MS)
  timer.unref()
  return {
    most: () => {
      clearInterval(timer)
      return Math.max(most, residentMegabytes(pid))
    },
  }
}

function residentMegabytes(pid: number): number {
  try {
    const kilobytes = readFileSync(`/proc/${pid}/status`, 'utf8').match(/VmRSS:\s+(\d+)/)?.[1]
    return Number(kilobytes) / 1024
  } catch {
    return residentByPs(pid)
  }
}

// Where there is no /proc.
function residentByPs(pid: number): number {
  try {
    return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024
  } catch {
    return 0
  }
}
