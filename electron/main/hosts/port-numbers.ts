let last = 0;

/** Every port of this run of the program has a number of its own, whatever host and window it joins. */
export const nextPortId = (): number => ++last;
