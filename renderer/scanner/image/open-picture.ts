/**
 * A picture file from outside becomes the texts of the codes in it. Each file is opened in a worker of its own that is
 * thrown away afterwards: what a hostile one makes it take, in memory or time, goes with it.
 */

/**
 * What came of a picture. `texts`: the codes that answer for it, certificates before all else; `others`: how many it has
 * beside them. `name`: the kind that is not read.
 */
export type PictureReading =
  | { kind: 'codes'; texts: string[]; others: number }
  | { kind: 'none' }
  | { kind: 'unopened' }
  | { kind: 'too-large' }
  | { kind: 'too-hard' }
  | { kind: 'unsupported'; name: string }

/** Bytes; a phone's largest photographs stay well below. */
const largestFile = 64_000_000

/** Longer than the largest picture takes. Milliseconds. */
const patience = 20_000

/** Opens the file as a picture and reads every code in it. */
export function readPictureFile(file: Blob): Promise<PictureReading> {
  if (file.size > largestFile) return Promise.resolve({ kind: 'too-large' })
  const worker = new Worker(new URL('./picture-worker.ts', import.meta.url), { type: 'module', name: 'picture' })
  return new Promise((resolve) => {
    const end = (reading: PictureReading): void => {
      clearTimeout(timer)
      worker.terminate()
      resolve(reading)
    }
    const timer = setTimeout(() => end({ kind: 'too-hard' }), patience)
    worker.addEventListener('message', ({ data }: MessageEvent<PictureReading>) => end(data))
    worker.addEventListener('error', () => end({ kind: 'unopened' }))
    worker.postMessage(file, [])
  })
}
