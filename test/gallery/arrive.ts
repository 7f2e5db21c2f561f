/** How a document of the gallery says that a state is shown (`data-arrived`), or why it is not (`data-fault`). */

/** @param show draws the state, and tells what goes wrong meanwhile */
export async function arrive(
  document: HTMLElement,
  name: string,
  show: (fail: (fault: unknown) => void) => Promise<void>,
): Promise<void> {
  const fail = (fault: unknown): void => void (document.dataset['fault'] ??= describe(fault))
  try {
    await show(fail)
    await document.ownerDocument.fonts.ready
    await settled()
    document.dataset['arrived'] = name
  } catch (fault) {
    fail(fault)
  }
}

/** Until what came of the last step is drawn. */
function settled(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
}

function describe(fault: unknown): string {
  if (!(fault instanceof Error)) return String(fault)
  return fault.cause === undefined ? fault.message : `${fault.message} ${JSON.stringify(fault.cause)}`
}
