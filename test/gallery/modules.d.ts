/** What the bundler makes of imports that are no modules. */
declare module '*.css'
