/**
 * The built page as a fixed list: which path is which file, with its content type. The list is read once when the
 * shell starts. A request only ever looks a path up in it, so there is no path to climb out of.
 */
import { readdirSync, type Dirent } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'

/** One served file: where it is, and the type it is served with. */
export interface PageFile {
  file: string
  type: string
}

/** From the path of a URL to the file behind it. */
export type PageFiles = ReadonlyMap<string, PageFile>

/** The types we serve. The system's own table is not asked: on Windows any installer can change what `.js` is. */
const types: ReadonlyMap<string, string> = new Map([
  ['.css', 'text/css; charset=utf-8'],
  ['.html', 'text/html; charset=utf-8'],
  ['.ico', 'image/x-icon'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.json', 'application/json; charset=utf-8'],
  ['.mp3', 'audio/mpeg'],
  ['.ogg', 'audio/ogg'],
  ['.png', 'image/png'],
  ['.svg', 'image/svg+xml'],
  ['.wasm', 'application/wasm'],
  ['.wav', 'audio/wav'],
  ['.webmanifest', 'application/manifest+json'],
  ['.webp', 'image/webp'],
  ['.woff2', 'font/woff2'],
])

/** The page has not been built. */
export class PageNotBuilt extends Error {
  readonly code = 'PAGE_NOT_BUILT'
  constructor(folder: string, cause?: unknown) {
    super(`there is no index.html in ${folder}`, { cause })
    this.name = 'PageNotBuilt'
  }
}

/**
 * Lists the files below `folder`; `/` is its index.html. Links are not followed, and files of other types (source
 * maps) are left out.
 * @throws PageNotBuilt
 */
export function readPageFiles(folder: string): PageFiles {
  const files = new Map<string, PageFile>()
  for (const entry of entriesBelow(folder)) {
    const type = types.get(extname(entry.name))
    if (!entry.isFile() || type === undefined) continue
    const file = join(entry.parentPath, entry.name)
    files.set(`/${relative(folder, file).split(sep).join('/')}`, { file, type })
  }
  const index = files.get('/index.html')
  if (!index) throw new PageNotBuilt(folder)
  return files.set('/', index)
}

function entriesBelow(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
  } catch (error) {
    throw new PageNotBuilt(folder, error)
  }
}
