/** The `app:` scheme: how Electron gets the page's files. */
import { readFile } from 'node:fs/promises'
import type { Protocol } from 'electron'
import type { PageFiles } from '../shell/index.ts'
import { answerAppRequest } from './answer-app-request.ts'
import { scheme } from './origin.ts'

/**
 * Must be called once, before the program is ready. `secure` gives the page a camera, `standard` relative addresses;
 * nothing here goes around the content policy.
 */
export function registerScheme(protocol: Protocol): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, codeCache: true }
  protocol.registerSchemesAsPrivileged([{ scheme, privileges }])
}

/** Answers the scheme's requests from the list of files. */
export function serveScheme(protocol: Protocol, files: PageFiles): void {
  protocol.handle(scheme, async ({ method, url }) => {
    const { status, headers, file, text } = answerAppRequest(files, method, url)
    return new Response(file === null ? text : new Uint8Array(await readFile(file)), { status, headers })
  })
}
