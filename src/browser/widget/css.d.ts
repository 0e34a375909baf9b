/** Style sheets arrive in a bundle as text. */
declare module "*.css" {
  const css: string;
  export default css;
}
