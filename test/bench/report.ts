/** What a benchmark prints: figures with those of peers from the same run, and a bar for each thing that must hold. */

/** One thing that must hold. */
export interface Bar {
  name: string
  value: number
  bar: number
  holds: boolean
}

/** One run of one benchmark. */
export interface BenchReport {
  bench: string
  machine: object
  figures: object
  bars: Bar[]
}

/** A bar that a value must reach. */
export const atLeast = (name: string, value: number, least: number): Bar => ({
  name,
  value,
  bar: least,
  holds: value >= least,
})

/** A bar that a value must stay under. */
export const below = (name: string, value: number, most: number): Bar => ({
  name,
  value: Number(value.toFixed(1)),
  bar: most,
  holds: value < most,
})
