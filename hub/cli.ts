/** The `chot-hub` command. */
import '../main/setup/require-node24.mjs'
import { runOnProcess } from '../main/terminal/index.ts'
import { chotHub } from './command/commands.ts'

await runOnProcess(chotHub)
