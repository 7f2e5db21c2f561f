/**
 * `npm run test:schedules -- [--seeds N] [--from N]`: seeded schedules between a kiosk and its hub, as many as one likes, and a
 * hostile kiosk that sends ten thousand batches.
 */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { root } from '../../main/setup/node24.mjs'
import { askingFor } from './schedules-asked.ts'

const { values } = parseArgs({
  options: { seeds: { type: 'string', default: '1000' }, from: { type: 'string', default: '1' } },
})
if (!/^\d{1,6}$/.test(values.seeds) || !/^\d{1,9}$/.test(values.from)) {
  console.error('Usage: npm run test:schedules -- [--seeds N] [--from N]')
  process.exitCode = 2
} else {
  const vitest = [join(root, 'node_modules', 'vitest', 'vitest.mjs'), 'run', '--project', 'contract']
  const { status } = spawnSync(
    process.execPath,
    // A thousand of them take as long as they take.
    [...vitest, '--testTimeout=0', 'test/contract/hub/schedules.test.ts', 'test/contract/hub/hostile-kiosk.test.ts'],
    { cwd: root, stdio: 'inherit', env: { ...process.env, ...askingFor(values.from, values.seeds) } },
  )
  process.exitCode = status ?? 1
}
