/* What the theme's bundle and our scripts share as globals. */

interface Window {
  /** The address as the reader opened it; see before-bundle.js. */
  errorbookAddress: string;
  /** The theme's stream of pages: the first one, and one for each instant navigation. */
  document$: { subscribe(then: () => void): void };
}
