/** The public lists of ../shared/data, where that folder is. */
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const folder = fileURLToPath(new URL('../../../../../shared/data/', import.meta.url))

/** Tests that read the lists are skipped by name where they are not. */
export const haveLists = existsSync(`${folder}trust-lists`)

export const publicPath = (name: string): string => `${folder}${name}`
export const publicFile = (name: string): Buffer => readFileSync(publicPath(name))
