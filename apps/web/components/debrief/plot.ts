/** Room for the scales, in pixels: whoever draws over the chart has to know it. */
export const PLOT = { left: 52, right: 68, top: 20, height: 190 } as const;
