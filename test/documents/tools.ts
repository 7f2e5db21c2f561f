/**
 * The programs that others read our files with: LibreOffice and Poppler. They are installed where Debian's apt is and may; where
 * they cannot be had it is said which are missing, and nothing is passed over in silence.
 */
import { spawnSync } from 'node:child_process'

/** Programs, and the Debian package that each is in. */
const packages = {
  soffice: 'libreoffice-calc-nogui',
  pdftotext: 'poppler-utils',
  pdffonts: 'poppler-utils',
  pdftoppm: 'poppler-utils',
} as const
export type Tool = keyof typeof packages

const isThere = (tool: string): boolean => spawnSync(tool, ['--version'], { stdio: 'ignore' }).error === undefined

/** Which are missing. */
export const missingTools = (): Tool[] => (Object.keys(packages) as Tool[]).filter((tool) => !isThere(tool))

/** Sees to it that all are there. @returns those that could not be had */
export function ensureTools(): Tool[] {
  const missing = missingTools()
  if (missing.length === 0 || !isThere('apt-get')) return missing
  const wanted = [...new Set(missing.map((tool) => packages[tool]))]
  console.log(`installing ${wanted.join(', ')}`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  spawnSync('apt-get', ['update', '-q'], { stdio: 'inherit', env })
  spawnSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...wanted], { stdio: 'inherit', env })
  return missingTools()
}

/** What a program prints. @throws where it fails */
export function ask(tool: Tool, args: readonly string[], env: NodeJS.ProcessEnv = process.env): string {
  const { status, stdout, stderr, error } = spawnSync(tool, args, { encoding: 'utf8', maxBuffer: 100_000_000, env })
  if (status === 0) return stdout
  throw new Error(`${tool} ${args.join(' ')}: ${error?.message ?? stderr}`)
}
