/** The `chot-authority` command. */
import '../main/setup/require-node24.mjs'
import { runOnProcess } from '../main/terminal/index.ts'
import { chotAuthority } from './command/commands.ts'

await runOnProcess(chotAuthority)
