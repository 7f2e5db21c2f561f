/** Which profile the program was started on. */

/** The folder after `--profile` (or in `--profile=DIR`) on the command line, or null where there is none. */
export function profileArgument(args: readonly string[]): string | null {
  const joined = args.find((arg) => arg.startsWith('--profile='))
  if (joined !== undefined) return joined.slice('--profile='.length) || null
  const at = args.indexOf('--profile')
  return at === -1 ? null : (args[at + 1] ?? null)
}
