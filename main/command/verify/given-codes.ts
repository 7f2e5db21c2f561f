/** What `chot verify` is given: each argument is a picture, a folder of pictures, or a code's text. */
import { readdirSync, statSync, type Stats } from 'node:fs'
import { join } from 'node:path'
import { FileUnreadable, readForeignFile, type FileFault } from '../../files/index.ts'
import { readImage, type ImageAnswer } from '../../images/index.ts'
import { isWrittenAsPath } from '../named-path.ts'

/** Why no code was found. */
export type Unfound =
  | Extract<ImageAnswer, { ok: false }>['why']
  | 'missing'
  | 'no-file'
  | 'no-code'
  | 'no-pictures'
  | 'unreadable'

/** One picture or text, by the name it was given; its codes, or why there are none. */
export type Given =
  | { name: string; kind: 'text'; text: string }
  | { name: string; kind: 'picture'; texts: string[] }
  /** `picture`: which kind of picture it is, where that is why. */
  | { name: string; kind: 'nothing'; why: Unfound; picture?: string }

/** A picture of the most points that are read is smaller in every format; more is not taken into memory. */
const largestFile = 512 * 1024 * 1024

/** What a folder is looked through for: what is read, and what people take for a picture and can be told about. */
const pictureEnding = /\.(?:png|jpe?g|jfif|webp|bmp|pgm|hei[cf]|avif|tiff?|gif)$/i

/** A code's text can be longer than any file's name, or hold what none may: it is then no file. */
function lookAt(path: string): Stats | null {
  try {
    return statSync(path, { throwIfNoEntry: false }) ?? null
  } catch {
    return null
  }
}

/** A picture that was listed a moment ago and is gone is as one that the disk does not give. */
const unfound: Record<FileFault, Unfound> = {
  missing: 'unreadable',
  'not-a-file': 'no-file',
  'too-large': 'too-large',
  unreadable: 'unreadable',
}

/** Reads the codes of a file; whoever filled the folder may have put a pipe or a link to a device there. */
async function picture(name: string): Promise<Given> {
  let file: Buffer
  try {
    file = readForeignFile(name, largestFile).bytes
  } catch (error) {
    if (!(error instanceof FileUnreadable)) throw error
    return { name, kind: 'nothing', why: unfound[error.fault] }
  }
  const answer = await readImage(file)
  if (!answer.ok)
    return { name, kind: 'nothing', why: answer.why, ...('name' in answer ? { picture: answer.name } : {}) }
  return answer.texts.length > 0
    ? { name, kind: 'picture', texts: answer.texts }
    : { name, kind: 'nothing', why: 'no-code' }
}

/** The pictures that lie in a folder itself, by name; folders within are not entered. */
function picturesIn(folder: string): string[] | null {
  try {
    return readdirSync(folder)
      .filter((name) => pictureEnding.test(name))
      .toSorted()
      .map((name) => join(folder, name))
  } catch {
    return null
  }
}

/** What each argument is, in order; a folder is its pictures. */
export async function* givenCodes(commandArguments: readonly string[]): AsyncGenerator<Given> {
  for (const name of commandArguments) {
    const found = lookAt(name)
    if (!found) {
      yield isWrittenAsPath(name) ? { name, kind: 'nothing', why: 'missing' } : { name, kind: 'text', text: name }
    } else if (found.isFile()) yield await picture(name)
    else if (!found.isDirectory()) yield { name, kind: 'nothing', why: 'no-file' }
    else {
      const pictures = picturesIn(name)
      if (!pictures?.length) yield { name, kind: 'nothing', why: pictures ? 'no-pictures' : 'unreadable' }
      for (const file of pictures ?? []) yield await picture(file)
    }
  }
}

/**
 * The codes of one picture by its path.
 * @throws FileUnreadable
 */
export async function pictureCodes(path: string): Promise<string[]> {
  const answer = await readImage(readForeignFile(path, largestFile).bytes)
  return answer.ok ? answer.texts : []
}
