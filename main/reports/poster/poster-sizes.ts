/** What a poster can be of, apart from what draws it: whoever asks for one need not load that. */

export const posterSizes = ['A4', 'A5'] as const
export type PosterSize = (typeof posterSizes)[number]

/** A place that people register at. */
export interface PosterPlace {
  name: string
  address: string
  /** What its code says: what the app gave out for it. */
  code: string
}
