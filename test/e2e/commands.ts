/** The product's own commands, run as whoever sits at a checkpoint or at the hub runs them. */
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { root } from '../../main/setup/node24.mjs'

/** Runs one and answers what it printed as JSON; what it says by its exit status is in what it printed. */
async function run(tool: string, words: readonly string[]): Promise<unknown> {
  const env = { ...process.env, DATABASE_URL: '' }
  const printed = await promisify(execFile)(process.execPath, [tool, ...words, '--json'], { cwd: root, env }).catch(
    (error: unknown) => error as { stdout: string; stderr: string },
  )
  if (printed.stdout === '') throw new Error(`${tool} ${words.join(' ')}: ${printed.stderr}`)
  return JSON.parse(printed.stdout)
}

export const chot = (...words: string[]): Promise<unknown> => run('main/cli.ts', words)
export const chotHub = (...words: string[]): Promise<unknown> => run('hub/cli.ts', words)
