/** The frame of both commands, `chot` and `chot-authority`: options, help, languages, errors, exit statuses. */
export { anyNumber, defineCommand, type Command } from './command.ts'
export { dispatch } from './dispatch.ts'
export { Failure, UsageError } from './failure.ts'
export { required, type Options, type Values } from './option.ts'
export { runOnProcess, runTool, type Explain, type Machine } from './run-tool.ts'
export { status, statusesPage, statusWords, type Status } from './statuses.ts'
export type { Terminal } from './terminal.ts'
export type { Tool } from './tool.ts'
