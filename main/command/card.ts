/** `chot card`: the printable card of command codes. */
import { writeFileSync } from 'node:fs'
import { qrMatrix } from '../qr/index.ts'
import { cardSheet, drawCommands } from './card-sheet.ts'
import type { Command } from './command.ts'
import { UsageError } from './usage.ts'

export const cardCommand: Command = {
  takes: ['output'],
  async run(words, { output: file }, { output }) {
    if (words.length > 0) throw new UsageError('card takes no arguments')
    const sheet = cardSheet(await drawCommands((text) => qrMatrix(text)))
    if (file === undefined) {
      output.write(sheet)
      return 0
    }
    try {
      writeFileSync(file, sheet)
    } catch (error) {
      throw new UsageError(`${file} cannot be written: ${error instanceof Error ? error.message : String(error)}`)
    }
    return 0
  },
}
