/** Where an export can be written to from the screen: sticks first, then the folder of this computer where downloads lie. */
import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import type { ExportPlace } from '../../../shared/contract/reporting.ts'
import { localDay } from '../../../shared/language/time.ts'
import { foldLetters } from '../../../shared/domain/person/letter-folding.ts'
import { mountedSticks } from '../../trust/index.ts'
import type { AskedExport, ExportSource } from './export-order.ts'

/** The folder of downloads in this user's home, or the home itself. */
function ownPlace(home: string): ExportPlace {
  const downloads = join(home, 'Downloads')
  return {
    path: existsSync(downloads) ? downloads : home,
    name: existsSync(downloads) ? 'Downloads' : home,
    stick: false,
  }
}

/** All of them. A stick that does not answer is left out. */
export async function exportPlaces(home = homedir()): Promise<ExportPlace[]> {
  const sticks = await mountedSticks()
  return [...sticks.map((stick): ExportPlace => ({ ...stick, stick: true })), ownPlace(home)]
}

/** Letters and digits of any disk; what is none of them is a hyphen. */
const plain = (text: string): string =>
  foldLetters(text, 'plain')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40)

/** What an export is called that somebody puts into a folder: post, lane, days; a figure behind it where that is there. */
export function exportFileName(
  folder: string,
  { scope, format }: Pick<AskedExport, 'scope' | 'format'>,
  { post, lane }: Pick<ExportSource, 'post' | 'lane'>,
  isThere: (path: string) => boolean = existsSync,
): string {
  const [first, last] = [localDay(scope.from), localDay(scope.to - 1)]
  const name = [plain(post), `lan-${plain(lane)}`, first, ...(first === last ? [] : [last])].filter(Boolean).join('-')
  for (let figure = 1; ; figure++) {
    const file = join(folder, `${name}${figure === 1 ? '' : `-${figure}`}.${format}`)
    if (!isThere(file)) return file
  }
}
