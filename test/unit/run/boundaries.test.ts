/** The boundary rules on a small tree that breaks each of them once, and on one that keeps them. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { rules } from '../../boundary-rules.ts'

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true })
})

/** Writes a tree of modules, each given as its imports, and looks at it. */
function lookAt(modules: Record<string, string[]>): { lines: string[]; status: number | null } {
  const folder = mkdtempSync(join(tmpdir(), 'chot-boundaries-'))
  folders.push(folder)
  for (const [file, imports] of Object.entries(modules)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), `${imports.map((path) => `import '${path}'\n`).join('')}export {}\n`)
  }
  const run = spawnSync(process.execPath, ['test/boundaries.ts', folder], { encoding: 'utf8' })
  return { lines: run.stdout.trimEnd().split('\n'), status: run.status }
}

const sound: Record<string, string[]> = {
  'shared/domain/verdict.ts': [],
  'shared/certificate/hc1.ts': ['../domain/verdict.ts'],
  'main/setup/require-node24.mjs': [],
  'main/journal/index.ts': ['./chain.ts'],
  'main/journal/chain.ts': ['node:crypto'],
  'main/verify/index.ts': ['../journal/index.ts', '../../shared/certificate/hc1.ts'],
  'main/reports/index.ts': ['../../shared/domain/verdict.ts'],
  'main/app.ts': ['./verify/index.ts'],
  'main/command/usage.ts': ['../verify/index.ts'],
  'main/cli.ts': ['./command/usage.ts'],
  'main/shell/paths.ts': ['../app.ts'],
  'main/browser/index.ts': ['../app.ts', '../shell/paths.ts', '../setup/require-node24.mjs', 'node:http'],
  'main/electron/main.ts': ['../app.ts'],
  'renderer/lane.ts': ['../shared/domain/verdict.ts'],
  'renderer/ui/key.ts': [],
  'renderer/frame/frame.ts': ['../ui/key.ts'],
  'renderer/screens/records/records.ts': ['../../frame/frame.ts', '../../ui/key.ts'],
  'renderer/screens/shift/shift.ts': ['../../frame/frame.ts'],
  'authority/issue.ts': ['../main/journal/index.ts', '../shared/certificate/hc1.ts'],
  'renderer/ui/field.ts': [],
  'hub/ingest.ts': ['../main/journal/index.ts', '../shared/domain/verdict.ts'],
  'hub/renderer/posts.ts': ['../../shared/domain/verdict.ts', '../../renderer/ui/field.ts'],
  'test/unit/chain.test.ts': ['../../main/journal/chain.ts'],
}

/** Each rule broken: who imports what, and where that leads. */
const breaches = [
  { rule: 'circle', file: 'shared/domain/verdict.ts', path: '../certificate/hc1.ts', to: 'shared/certificate/hc1.ts' },
  { rule: 'leads to a file', file: 'shared/certificate/hc1.ts', path: './gone.ts', to: './gone.ts' },
  {
    rule: 'never imports a test',
    file: 'main/app.ts',
    path: '../test/unit/chain.test.ts',
    to: 'test/unit/chain.test.ts',
  },
  { rule: 'shared imports only', file: 'shared/certificate/hc1.ts', path: 'node:zlib', to: 'zlib' },
  { rule: 'shared imports only', file: 'shared/domain/verdict.ts', path: '../../main/app.ts', to: 'main/app.ts' },
  { rule: 'renderer imports only', file: 'renderer/lane.ts', path: '../main/app.ts', to: 'main/app.ts' },
  { rule: 'renderer imports only', file: 'renderer/lane.ts', path: 'node:fs', to: 'fs' },
  {
    rule: 'no other screen',
    file: 'renderer/screens/shift/shift.ts',
    path: '../records/records.ts',
    to: 'renderer/screens/records/records.ts',
  },
  {
    rule: 'know no screen',
    file: 'renderer/frame/frame.ts',
    path: '../screens/shift/shift.ts',
    to: 'renderer/screens/shift/shift.ts',
  },
  { rule: 'knows no frame', file: 'renderer/ui/key.ts', path: '../frame/frame.ts', to: 'renderer/frame/frame.ts' },
  { rule: 'main imports only', file: 'main/app.ts', path: '../renderer/lane.ts', to: 'renderer/lane.ts' },
  {
    rule: 'another by its index',
    file: 'main/verify/index.ts',
    path: '../journal/chain.ts',
    to: 'main/journal/chain.ts',
  },
  { rule: 'no other room', file: 'main/reports/index.ts', path: '../journal/index.ts', to: 'main/journal/index.ts' },
  { rule: 'app.ts and cli.ts', file: 'main/app.ts', path: './journal/chain.ts', to: 'main/journal/chain.ts' },
  { rule: 'belongs to cli.ts', file: 'main/app.ts', path: './command/usage.ts', to: 'main/command/usage.ts' },
  { rule: 'up into a shell', file: 'main/verify/index.ts', path: '../browser/index.ts', to: 'main/browser/index.ts' },
  { rule: 'a shell imports', file: 'main/browser/index.ts', path: '../journal/index.ts', to: 'main/journal/index.ts' },
  { rule: 'a shell imports', file: 'main/electron/main.ts', path: '../browser/index.ts', to: 'main/browser/index.ts' },
  {
    rule: 'authority reaches',
    file: 'authority/issue.ts',
    path: '../main/journal/chain.ts',
    to: 'main/journal/chain.ts',
  },
  { rule: 'hub reaches', file: 'hub/ingest.ts', path: '../main/journal/chain.ts', to: 'main/journal/chain.ts' },
  { rule: 'hub reaches', file: 'hub/ingest.ts', path: '../renderer/lane.ts', to: 'renderer/lane.ts' },
  { rule: 'hub reaches', file: 'hub/ingest.ts', path: '../authority/issue.ts', to: 'authority/issue.ts' },
  { rule: 'hub’s page imports only', file: 'hub/renderer/posts.ts', path: '../ingest.ts', to: 'hub/ingest.ts' },
  { rule: 'imports the hub', file: 'authority/issue.ts', path: '../hub/ingest.ts', to: 'hub/ingest.ts' },
  { rule: 'imports the hub', file: 'main/verify/index.ts', path: '../../hub/ingest.ts', to: 'hub/ingest.ts' },
  { rule: 'imports Electron', file: 'main/browser/index.ts', path: 'electron', to: 'electron' },
  { rule: 'imports Electron', file: 'main/app.ts', path: 'electron-store', to: 'electron-store' },
  { rule: 'knows SQLite', file: 'main/verify/index.ts', path: 'better-sqlite3', to: 'better-sqlite3' },
  {
    rule: 'knows SQLite',
    file: 'main/app.ts',
    path: 'better-sqlite3-multiple-ciphers',
    to: 'better-sqlite3-multiple-ciphers',
  },
]

function breakAll(): Record<string, string[]> {
  const tree = { ...sound }
  for (const { file, path } of breaches) tree[file] = [...(tree[file] ?? []), path]
  return tree
}

describe('the boundary rules', () => {
  const broken = lookAt(breakAll())

  it('pass a tree that keeps them', () => {
    expect(lookAt(sound)).toEqual({ lines: ['23 modules, 0 violations'], status: 0 })
  })

  it('fail a tree that breaks them', () => {
    expect(broken.status).toBe(1)
  })

  it.each(breaches)('name the one that $file breaks by importing $path', ({ rule, file, to }) => {
    const named = broken.lines.filter((line) => line.includes(rule) && line.includes(`${file} → ${to}`))
    expect(named).toHaveLength(1)
  })

  it('each have a breach here', () => {
    const unproved = rules.filter(({ name }) => !breaches.some(({ rule }) => name?.includes(rule)))
    expect(unproved).toEqual([])
  })

  it('fail where there is no module to look at', () => {
    expect(lookAt({ 'docs/page.ts': [] })).toMatchObject({ status: 1 })
  })
})
