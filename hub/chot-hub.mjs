#!/usr/bin/env node
/** The `chot-hub` command: sees that the packages and the hub's own are there, and Node 24, then runs hub/cli.ts on it. */
import { join } from 'node:path'
import { ensureInstalled } from '../main/setup/install.mjs'
import { notStarted, root, runOnNode24 } from '../main/setup/node24.mjs'

const folders = [root, join(root, 'hub')]
let installed = true
for (const folder of folders) installed &&= (await ensureInstalled(folder)) !== 'failed'
process.exitCode = installed ? await runOnNode24(join(root, 'hub', 'cli.ts'), process.argv.slice(2)) : notStarted
