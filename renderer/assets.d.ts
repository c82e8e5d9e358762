/** Stylesheets are imported for their effect only. */
declare module '*.css';

/** The address of a worker's own bundle. */
declare module '*?worker&url' {
  const url: string;
  export default url;
}
