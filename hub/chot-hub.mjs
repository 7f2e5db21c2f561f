#!/usr/bin/env node
/**
 * The `chot-hub` command: sees that the packages and the hub's own are there, and Node 24, then runs hub/cli.ts on it. Before it
 * opens the hub it builds the page, where that is out of date; a hub without one still takes what kiosks send.
 */
import { join } from 'node:path'
import { ensureInstalled } from '../main/setup/install.mjs'
import { notStarted, root, runOnNode24 } from '../main/setup/node24.mjs'

const folders = [root, join(root, 'hub')]
let installed = true
for (const folder of folders) installed &&= (await ensureInstalled(folder)) !== 'failed'
if (installed && process.argv[2] === 'serve') await runOnNode24(join(root, 'main', 'setup', 'build.ts'), ['--hub-page'])
process.exitCode = installed ? await runOnNode24(join(root, 'hub', 'cli.ts'), process.argv.slice(2)) : notStarted
