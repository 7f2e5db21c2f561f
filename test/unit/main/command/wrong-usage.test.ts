/** Command lines that say nothing that `chot` could do. */
import { describe, expect, test } from 'vitest'
import { start } from '../trust/repository/test-authority.ts'
import { runCommand } from './run-command.ts'

describe('a command line', () => {
  test.each([
    [[], 'a command is missing'],
    [['nope'], 'there is no command "nope"'],
    [['trust'], 'trust takes: init, show, update'],
    [['trust', 'nope'], 'trust takes'],
    [['verify', 'x', '--names'], 'there is no option --names here'],
    [['trust', 'show', '--lang', 'fr'], '--lang takes vi|en'],
    [['--nope'], 'nope'],
  ])('%j is wrong usage', async (commandLine, message) => {
    await expect(runCommand(commandLine, start)).rejects.toThrow(message)
  })
})
