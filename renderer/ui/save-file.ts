/** Gives a text to the person as a file, in whichever way the window saves downloads. */

/** Long enough for the window to have begun. Milliseconds. */
const begun = 60_000

export function saveFile(name: string, text: string, type: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }))
  const anchor = document.createElement('a')
  anchor.href = address
  anchor.download = name
  anchor.click()
  setTimeout(() => URL.revokeObjectURL(address), begun)
}
