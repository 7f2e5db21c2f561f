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
