/** Gives a text, or bytes, to the person as a file, in whichever way the window saves downloads. */

/** Long enough for the window to have begun. Milliseconds. */
const begun = 60_000

export function saveFile(name: string, content: string | Uint8Array<ArrayBuffer>, type: string): void {
  const address = URL.createObjectURL(new Blob([content], { type }))
  const anchor = document.createElement('a')
  anchor.href = address
  anchor.download = name
  anchor.click()
  setTimeout(() => URL.revokeObjectURL(address), begun)
}
