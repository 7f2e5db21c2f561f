/**
 * Packages the Electron shell: builds, then runs electron-builder with the arguments given (`-- --win`, `-- --linux dir`).
 * electron-builder fetches Electron's binary and its own tools, so it needs the network the first time.
 */
import './require-node24.mjs'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { ensureBuilt } from './build.ts'
import { root } from './node24.mjs'

await ensureBuilt()
const builder = join(root, 'node_modules', 'electron-builder', 'cli.js')
const args = ['--config', 'electron-builder.yml', '--publish', 'never', ...process.argv.slice(2)]
const { status } = spawnSync(process.execPath, [builder, ...args], { cwd: root, stdio: 'inherit' })
process.exitCode = status ?? 1
