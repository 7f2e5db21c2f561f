/** Asking in a terminal for something that may be seen as it is typed. */
import { createInterface } from 'node:readline'
import type { Terminal } from './terminal.ts'

/** What the person types, without blanks around it; null where nobody can be asked. */
export async function askLine(question: string, { input, complain }: Terminal): Promise<string | null> {
  if (!('isTTY' in input) || input.isTTY !== true) return null
  complain(question)
  const lines = createInterface({ input, terminal: false })
  const typed = Promise.withResolvers<string>()
  lines.once('line', typed.resolve)
  lines.once('close', () => typed.resolve(''))
  const line = await typed.promise
  lines.close()
  return line.trim()
}
