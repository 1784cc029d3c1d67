/** A file's text, as the bundler of the tests brings it into every runtime. */
declare module '*?raw' {
  const text: string;
  export default text;
}
