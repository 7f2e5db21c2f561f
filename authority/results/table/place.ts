/** Where in a file of results something stands. */

/** Where a row is: the line of a file or sheet, the entry of a JSON list. Counted from 1. */
export interface Place {
  kind: 'line' | 'entry'
  number: number
}
