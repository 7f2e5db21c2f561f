/** A tree of the journal's file that grows with the crossings, walked in runs of one short read transaction each. */
import { randomInt } from 'node:crypto'
import type { Database } from '../file/open-database.ts'
import type { KindIndex } from './indexed-kinds.ts'

/** A table, and the numbers by which its rows are found. */
interface GrowingTable {
  name: string
  /** One number, or two; of one the first is always 0. */
  key: readonly [first: string, second: string]
}

/** The tables that have a row for each entry, crossing or block of the search index. */
export const growingTables: readonly GrowingTable[] = [
  { name: 'entries', key: ['0', 'seq'] },
  { name: 'scans', key: ['at', 'seq'] },
  { name: 'crossings', key: ['at', 'seq'] },
  { name: 'crossing_changes', key: ['crossing', 'seq'] },
  { name: 'search_blocks', key: ['0', 'key'] },
]

/** A row's key, and whether looking that up finds a row. */
interface Step {
  first: number
  second: number
  found: 0 | 1
}

/** From which row on (of which the key may be gone by then), and how many. */
interface Run {
  first: number
  second: number
  most: number
}

const beginning = { first: Number.MIN_SAFE_INTEGER, second: Number.MIN_SAFE_INTEGER }

/** One such tree. */
export class GrowingTree {
  private readonly run

  private constructor(database: Database, sql: string) {
    this.run = database.prepare<[Run], Step>(sql)
  }

  /** The tree of a table. */
  static ofTable(database: Database, { name, key: [first, second] }: GrowingTable): GrowingTree {
    const pair = first !== '0'
    return new GrowingTree(
      database,
      `SELECT r.first, r.second, EXISTS
         (SELECT 1 FROM ${name} t WHERE ${pair ? `t.${first} = r.first AND ` : ''}t.${second} = r.second) AS found
       FROM (SELECT ${first} AS first, ${second} AS second FROM ${name}
             WHERE ${pair ? `(${first}, ${second}) >= (@first, @second)` : `${second} >= @second`}
             ORDER BY ${pair ? `${first}, ` : ''}${second} LIMIT @most) r`,
    )
  }

  /** The tree of an index of single kinds of entries. */
  static ofIndex(database: Database, { name, condition }: KindIndex): GrowingTree {
    const among = `entries INDEXED BY ${name} WHERE ${condition}`
    return new GrowingTree(
      database,
      `SELECT 0 AS first, r.second, EXISTS (SELECT 1 FROM ${among} AND seq = r.second) AS found
       FROM (SELECT seq AS second FROM ${among} AND seq >= @second ORDER BY seq LIMIT @most) r`,
    )
  }

  /**
   * Whether its keys only rise, and looking each up finds it. A run begins at the last row of the one before, which is met
   * again, and is as long as chance has it, so that nobody can put an older page where two runs meet.
   * @param most rows in a run, at most
   * @param progress called after every run
   */
  inOrder(most: number, progress: () => void): boolean {
    let last: Step | undefined
    for (;;) {
      const { first, second } = last ?? beginning
      const length = randomInt(Math.ceil(most / 2), most) + 1
      const run = this.run.all({ first, second, most: length })
      progress()
      const met = run[0]?.first === first && run[0].second === second
      for (const step of met ? run.slice(1) : run) {
        if (step.found === 0 || (last && !isBehind(step, last))) return false
        last = step
      }
      if (run.length < length) return true
    }
  }
}

const isBehind = (one: Step, other: Step): boolean =>
  one.first > other.first || (one.first === other.first && one.second > other.second)
