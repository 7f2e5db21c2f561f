/**
 * What of a person stands in a report that is for counting and not for knowing who it was: enough for the post itself to
 * find the row again, too little for a stranger.
 */

export type Mask = (text: string) => string

/** Stands for what is not shown, so that it is not taken for something that was never there. */
const hidden = '•••'

/** `Nguyễn Văn An` → `N.V.A.` */
export const initials: Mask = (name) =>
  name
    .split(/\s+/u)
    .map((part) => /\p{L}\p{M}*/u.exec(part)?.[0])
    .filter((letter) => letter !== undefined)
    .map((letter) => `${letter.toUpperCase()}.`)
    .join('') || hidden

/** `1990-11-27` → `1990` */
export const year: Mask = (date) => /^\d{4}/.exec(date)?.[0] ?? hidden

/** `024099000120` → `•••120`. Of what is shorter than seven characters, three would be half of it. */
export const lastThree: Mask = (number) => (number.length < 7 ? hidden : hidden + number.slice(-3))

/** `98A-123.45` → `98A•••45` */
export const plateEnds: Mask = (plate) => {
  const [head = ''] = plate.split(/[-\s]/)
  return plate.length < 7 || head.length > 4 ? hidden : `${head}${hidden}${plate.slice(-2)}`
}

/** Words of which nobody knows what they say. */
export const nothing: Mask = () => hidden
