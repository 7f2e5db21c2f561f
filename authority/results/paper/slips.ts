/** What is printed of a folder; of it `slips.pdf`, with every code on a slip of its own, in the order of the results file, to print and hand out. */
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { stageFile } from '../../../main/files/index.ts'
import { writeResultSlips, type ResultSlip } from '../../../main/reports/index.ts'
import { matrixOfPng, matrixOfSvg } from './drawn-code.ts'
import type { Issuing } from '../issue/issue-results.ts'
import type { Issued } from '../issue/manifest.ts'
import { dayFirst, momentText, writeSheet } from './sheet.ts'

export const slipsName = 'slips.pdf'

function* slipsOf(folder: string, issued: readonly Issued[]): Generator<ResultSlip> {
  for (const { serial, name, birthDate, sampledAt, files } of issued) {
    const [file = ''] = files
    const picture = readFileSync(join(folder, file))
    const code = file.endsWith('.svg') ? matrixOfSvg(picture.toString('utf8')) : matrixOfPng(picture)
    yield { serial, name, birthDate: dayFirst(birthDate), sampledAt: momentText(sampledAt), code }
  }
}

/** Writes the slips of what a folder has, in place of those that were there. */
async function writeSlips(folder: string, authority: string, madeAt: number, issued: readonly Issued[]): Promise<void> {
  const file = join(folder, slipsName)
  const staged = await stageFile(file, writeResultSlips({ authority, madeAt, slips: slipsOf(folder, issued) }))
  // What stands there is an earlier run’s, or somebody’s link, which is never followed.
  rmSync(file, { force: true })
  staged.keep()
}

/**
 * Writes what is printed of a folder: the sheet of all codes, and their slips.
 * @throws Error where a picture is gone, or a file cannot be written
 */
export async function writePapers(
  { folder, authority, now }: Pick<Issuing, 'folder' | 'authority' | 'now'>,
  issued: readonly Issued[],
): Promise<void> {
  writeSheet(folder, authority, issued)
  await writeSlips(folder, authority, now, issued)
}
