import { readFileSync } from 'node:fs'

/**
 * Calls `onGone` when the npm that runs us is gone, even by kill -9: then nobody can stop us any more. npm starts us
 * directly or through a shell that outlives it, so the parent of such a shell is watched as well. A launcher that was
 * not started by npm may be meant to outlive its parent, and is left alone.
 */
export function watchParent(onGone) {
  if (!process.env.npm_lifecycle_event) return
  const parent = process.ppid
  const grandparent = isShell(parent) ? parentOf(parent) : undefined
  const timer = setInterval(() => {
    const gone = process.ppid !== parent || (grandparent !== undefined && parentOf(parent) !== grandparent)
    if (!gone) return
    clearInterval(timer)
    onGone()
  }, 300)
  timer.unref()
}

function isShell(pid) {
  return /^(ba|da|z|k|a)?sh$/.test(readStat(pid)?.name ?? '')
}

function parentOf(pid) {
  return readStat(pid)?.parent
}

// Linux only: elsewhere the direct parent has to do.
function readStat(pid) {
  try {
    const [, name, parent] = readFileSync(`/proc/${pid}/stat`, 'utf8').match(/\((.*)\) \S+ (\d+)/s) ?? []
    return { name, parent: Number(parent) }
  } catch {
    return undefined
  }
}
