/** The package ships no types; this is the part that is used. */
declare module 'swagger-ui-dist' {
  /** Folder of the package's browser files. */
  export function absolutePath(): string;
}
