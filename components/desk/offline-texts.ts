/** Says a text of `offline.json` by its key, with its holes filled. */
export type Say = (key: string, values?: Readonly<Record<string, string | number>>) => string
