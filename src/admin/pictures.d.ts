/** Pictures that the build copies: an import of one is its address. */
declare module '*.svg' {
  const address: string;
  export default address;
}
