/** Portraits that a simulated camera takes wrongly on request: what is wrong with the person, the light or the room. */
export const PORTRAIT_FAULTS = [
  'face-turned', 'face-down', 'face-leaning', 'eyes-closed', 'eyes-aside', 'mouth-open', 'background-patterned', 'background-dark',
  'light-side', 'light-dim', 'light-glaring', 'glasses-reflecting', 'face-far', 'face-beside', 'picture-blurred',
] as const;
export type PortraitFault = (typeof PORTRAIT_FAULTS)[number];

export const isPortraitFault = (name: string): name is PortraitFault => (PORTRAIT_FAULTS as readonly string[]).includes(name);
