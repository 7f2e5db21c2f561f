/** The address of a proxy, through which a computer reaches what is outside of its network. */
import * as v from 'valibot'

/** `http://` or `https://`, a name or an address, and a port; no name and password, for they would lie readable in a profile. */
const form = /^https?:\/\/(?:[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:.]+\])(?::\d{1,5})?\/?$/i

export const webProxySchema = v.pipe(v.string(), v.trim(), v.maxLength(200), v.regex(form))

/** Whether a text is such an address. */
export const isWebProxy = (text: string): boolean => v.is(webProxySchema, text)
