/** The options of `npm start`. */
import { parseArgs } from 'node:util'
import { shells, type Shell } from './choose-shell.ts'

export interface StartOptions {
  shell: Shell | null
  /** As typed, for the browser shell to judge; null: its usual one. */
  port: string | null
  /** Null: where this system keeps a program's data. */
  profile: string | null
  /** False: serve, and print the address, but open no browser. */
  open: boolean
  /** Whether the dependencies were installed just now, for the line about the set-up. */
  installed: boolean
}

export const usage = `Usage: npm start -- [OPTION…]
  --shell electron|browser|serve   the shell to open (default: the best that can be had)
  --port N                         the port of the browser shell (default 4980)
  --profile DIR                    the checkpoint's folder
  --no-open                        with a browser: print the address, open nothing`

/** Reads the arguments; an error is a sentence about the first that is wrong. */
export function readStartOptions(args: string[]): StartOptions | { error: string } {
  try {
    const { values } = parseArgs({
      args,
      allowNegative: true,
      options: {
        shell: { type: 'string' },
        port: { type: 'string' },
        profile: { type: 'string' },
        open: { type: 'boolean', default: true },
        installed: { type: 'boolean', default: false },
      },
    })
    const shell = shells.find((known) => known === values.shell) ?? null
    if (values.shell !== undefined && shell === null) return { error: `There is no shell called ${values.shell}.` }
    const { port = null, profile = null, open, installed } = values
    return { shell, port, profile, open, installed }
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) }
  }
}
