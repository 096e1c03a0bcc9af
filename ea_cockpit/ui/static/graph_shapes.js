// The shapes of node kinds: room their labels need in the picture, and outlines for the legend (in a box of 26 x 16).
const OUTLINES = {
  'round-rectangle': '<rect x="1" y="1" width="24" height="14" rx="4"/>',
  rectangle: '<rect x="1" y="1" width="24" height="14"/>',
  barrel: '<path d="M1 4 Q13 -2 25 4 V12 Q13 18 1 12 Z"/>',
  'cut-rectangle': '<path d="M5 1 H21 L25 5 V11 L21 15 H5 L1 11 V5 Z"/>',
  pill: '<rect x="1" y="2" width="24" height="12" rx="6"/>',
  hexagon: '<path d="M4 1 H22 L25 8 L22 15 H4 L1 8 Z"/>',
  parallelogram: '<path d="M5 1 H25 L21 15 H1 Z"/>',
  ellipse: '<ellipse cx="13" cy="8" rx="12" ry="7"/>',
};
// Extra width and height around the text: slanted and round sides would cut it otherwise.
const ROOM = {
  barrel: [26, 20], 'cut-rectangle': [28, 14], pill: [30, 10], hexagon: [36, 14], parallelogram: [38, 14], ellipse: [44, 22],
};

export const roomFor = (shape) => ROOM[shape] ?? [22, 14];

export function legendSymbol({ shape, color, dashed }) {
  const box = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  box.setAttribute('viewBox', '0 0 26 16');
  box.setAttribute('aria-hidden', 'true');
  box.innerHTML = OUTLINES[shape] ?? OUTLINES['round-rectangle'];
  const outline = box.firstElementChild;
  outline.setAttribute('fill', color);
  if (dashed) outline.setAttribute('style', 'stroke:#1f2933;stroke-width:1.6;stroke-dasharray:3 2');
  return box;
}
