/** The lines of a stream, for programs: split at line feeds alone, as JSON Lines has it, and none of them without end. */
import type { Readable } from 'node:stream'

/** Characters a line: one that brings a whole national list of keys has under 3 million. */
export const longestLine = 16_000_000

/** One line without its end, or that it was too long to be taken. */
export type Line = { text: string } | { text: null }

const bytesOf = (chunk: string | Buffer): Buffer => (typeof chunk === 'string' ? Buffer.from(chunk) : chunk)

/**
 * Reads UTF-8. A byte order mark before the first line is no part of it, nor is the carriage return before a line feed;
 * U+2028 and its like are characters of a line, not ends of one.
 * @param longest characters; the rest of a longer line is passed over, up to its line feed
 */
export async function* readLines(input: Readable, longest = longestLine): AsyncGenerator<Line> {
  const decoder = new TextDecoder('utf-8')
  let pieces: string[] = []
  let length = 0
  const end = (): Line => {
    const whole = length > longest ? null : pieces.join('').replace(/\r$/, '')
    pieces = []
    length = 0
    return { text: whole }
  }
  const add = (piece: string): void => {
    length += piece.length
    if (length <= longest) pieces.push(piece)
    else pieces = []
  }
  for await (const chunk of input) {
    const [first = '', ...others] = decoder.decode(bytesOf(chunk), { stream: true }).split('\n')
    add(first)
    for (const other of others) {
      yield end()
      add(other)
    }
  }
  add(decoder.decode())
  if (length > 0) yield end()
}
