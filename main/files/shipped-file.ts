/**
 * Files of packages that are read while the program runs and cannot be bundled into it: fonts, and the writer of codes. They lie
 * in `node_modules`, or, where the program is packaged, among its resources (electron-builder.yml names each).
 */
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Where Electron keeps what is packed beside the program; absent where Node runs it. */
const resourcesOf = (): unknown => Reflect.get(process, 'resourcesPath')

/**
 * The path of a package's file.
 * @param specifier as it is imported: `zxing-wasm/writer/zxing_writer.wasm`
 * @throws where it lies in neither place
 */
export function shippedFile(specifier: string, resources: unknown = resourcesOf()): string {
  try {
    return fileURLToPath(import.meta.resolve(specifier))
  } catch (error) {
    if (typeof resources !== 'string') throw error
    return join(resources, 'resources', 'packages', ...specifier.split('/'))
  }
}
