/**
 * `npm run test:documents`: what is given out, read by the programs that others have. Apart from `npm test` because they are large;
 * it installs them where it can.
 */
import { spawnSync } from 'node:child_process'
import { root } from '../../main/setup/node24.mjs'
import { ensureTools } from './tools.ts'

const missing = ensureTools()
if (missing.length > 0) {
  console.error(`${missing.join(', ')} cannot be had here: install LibreOffice and poppler-utils, then run this again.`)
  process.exitCode = 1
} else {
  const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--project', 'documents', ...process.argv.slice(2)]
  process.exitCode = spawnSync(process.execPath, vitest, { cwd: root, stdio: 'inherit' }).status ?? 1
}
