/** `npm start`: sees that the dependencies and Node 24 are there, then runs start.ts on it. */
import { join } from 'node:path'
import { ensureInstalled } from './install.mjs'
import { root, runOnNode24 } from './node24.mjs'

const installed = await ensureInstalled()
process.exitCode =
  installed === 'failed'
    ? 1
    : await runOnNode24(join(root, 'main', 'setup', 'start.ts'), [
        ...process.argv.slice(2),
        ...(installed === 'installed' ? ['--installed'] : []),
      ])
