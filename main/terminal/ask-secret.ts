/** Asking for a secret in a terminal: what is typed is not shown. */
import type { ReadStream } from 'node:tty'

const enter = new Set(['\r', '\n', '\u0004'])
const erase = new Set(['\b', '\u007F'])
const interrupt = '\u0003'

/**
 * Asks on `output` and reads from `input` until Enter. Ctrl+C ends the program as it does elsewhere.
 * @returns null where `input` is no terminal, so that nobody can be asked
 */
export function askSecret(question: string, input: ReadStream, output: NodeJS.WritableStream): Promise<string | null> {
  if (!input.isTTY) return Promise.resolve(null)
  output.write(question)
  input.setRawMode(true)
  input.setEncoding('utf8')
  input.resume()
  return new Promise((resolve) => {
    let typed: string[] = []
    const end = (): void => {
      input.setRawMode(false)
      input.pause()
      input.off('data', listen)
      output.write('\n')
    }
    const listen = (text: string): void => {
      for (const letter of text) {
        if (letter === interrupt) {
          end()
          process.kill(process.pid, 'SIGINT')
          return
        }
        if (enter.has(letter)) {
          end()
          resolve(typed.join(''))
          return
        }
        typed = erase.has(letter) ? typed.slice(0, -1) : [...typed, letter]
      }
    }
    input.on('data', listen)
  })
}
