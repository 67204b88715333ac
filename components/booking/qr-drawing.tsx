/** A drawing for the scanner, black on white in every light, as large as it has to be to be read from a phone. */
export function QrDrawing({
  text,
  drawing,
}: {
  text: string /** An SVG drawing made by us. */
  drawing: string
}) {
  return (
    <div
      role="img"
      aria-label={text}
      className="aspect-square w-48 max-w-full justify-self-center rounded-small bg-white [&>svg]:size-full"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: the drawing is made by us and holds nothing that was typed
      dangerouslySetInnerHTML={{ __html: drawing }}
    />
  )
}
