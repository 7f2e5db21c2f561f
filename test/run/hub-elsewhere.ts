/**
 * `npm run test:hub-elsewhere [-- FILE …]`: the hub's own tests on a PostgreSQL that somebody else keeps, which DATABASE_URL names;
 * where it names none, on one that is started for it. Each test file has a database of its own there, and takes it away.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { root } from '../../main/setup/node24.mjs'
import { theirServer } from '../fixtures/their-server.ts'

const named = process.env['DATABASE_URL'] || undefined
const started = named === undefined ? await theirServer() : null
const env = { ...process.env, DATABASE_URL: named ?? started?.url }
const files = process.argv.length > 2 ? process.argv.slice(2) : ['test/contract/hub']
const vitest = [join(root, 'node_modules', 'vitest', 'vitest.mjs'), 'run', '--project', 'contract']
const tests = spawn(process.execPath, [...vitest, ...files], { cwd: root, stdio: 'inherit', env })
// An interrupt is for the tests; the server is stopped in order once they have ended.
process.on('SIGINT', () => undefined)
const [status] = await once(tests, 'exit')
await started?.stop()
process.exitCode = typeof status === 'number' ? status : 1
