/**
 * Empties the screen at once and leaves for another site, which takes the place of this page in the history. Meanwhile
 * the server is told to sign out and to forget what this browser has looked up, so that "back" shows nothing either.
 */
export function leaveNow(href: string, text: string): void {
  fetch('/leave', { method: 'POST', keepalive: true, redirect: 'manual' }).catch(() => undefined)
  const cover = document.createElement('p')
  cover.className = 'grid min-h-screen place-items-center bg-paper p-5 text-lead'
  cover.setAttribute('role', 'alert')
  cover.textContent = text
  document.title = text
  document.body.replaceChildren(cover)
  location.replace(href)
}
