/** How many of the parts of a page to draw: a browser draws all of them at once. */
export const useDrawn = (all: number, _first: number): number => all
