import type { Coordinates } from '#lib/domain/place.ts'

/** Opens the place in the map application; the map learns nothing about the page it was opened from. */
export function MapLink({
  at,
  name,
  text,
  about,
}: {
  at: Coordinates
  /** As the map's users know the place. */
  name: string
  text: string
  /** Names the place to those who hear the link only. */
  about: string
}) {
  const query = new URLSearchParams({ position: `${at.lng},${at.lat}`, name })
  return (
    <a
      className="prose-link inline-flex min-h-11 items-center"
      href={`https://uri.amap.com/marker?${query}`}
      rel="noreferrer"
    >
      {text}
      <span className="sr-only"> {about}</span>
    </a>
  )
}
