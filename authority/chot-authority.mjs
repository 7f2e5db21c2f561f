#!/usr/bin/env node
/** The `chot-authority` command: sees that the dependencies and Node 24 are there, then runs authority/cli.ts on it. */
import { join } from 'node:path'
import { ensureInstalled } from '../main/setup/install.mjs'
import { notStarted, root, runOnNode24 } from '../main/setup/node24.mjs'

process.exitCode =
  (await ensureInstalled()) === 'failed'
    ? notStarted
    : await runOnNode24(join(root, 'authority', 'cli.ts'), process.argv.slice(2))
