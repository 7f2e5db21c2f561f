/** The last lines of every command that writes a paper: the whole of it under its name, and then what is said of it. */
import type { Mode } from '../../../shared/domain/mode.ts'
import { stageFile } from '../../files/index.ts'
import type { Terminal } from '../../terminal/index.ts'
import { practiceLine } from '../../../shared/language/practice-mark.ts'

/** @throws the system's error where the disk does not take it; then nothing is left */
export async function writePaperTo(
  file: string,
  pieces: AsyncIterable<Uint8Array>,
  said: { mode: Mode; sentence: string },
  { locale, print }: Pick<Terminal, 'locale' | 'print'>,
): Promise<void> {
  const staged = await stageFile(file, pieces)
  staged.keep()
  print(`${practiceLine(said.mode, locale)}${said.sentence}\n`)
}
