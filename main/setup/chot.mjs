#!/usr/bin/env node
/** The `chot` command: sees that the dependencies and Node 24 are there, then runs main/cli.ts on it. */
import { join } from 'node:path'
import { ensureInstalled } from './install.mjs'
import { notStarted, root, runOnNode24 } from './node24.mjs'

process.exitCode =
  (await ensureInstalled()) === 'failed'
    ? notStarted
    : await runOnNode24(join(root, 'main', 'cli.ts'), process.argv.slice(2))
