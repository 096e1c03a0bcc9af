// How nodes, links and frames are painted.
export const FONT_SIZE = 12;
export const SMALLEST_TITLE = 13;

// Cytoscape's own hexagon and rhomboid are so pointed on wide nodes that links end beside them.
const POLYGONS = {
  hexagon: '-0.92 -1 0.92 -1 1 0 0.92 1 -0.92 1 -1 0',
  parallelogram: '-1 1 -0.92 -1 1 -1 0.92 1',
};
const polygons = Object.entries(POLYGONS).map(([shape, points]) => (
  { selector: `node[shape="${shape}"]`, style: { shape: 'polygon', 'shape-polygon-points': points } }));

export const style = ({ font, primary }) => [
  { selector: 'node', style: {
    color: '#fff', 'text-valign': 'center', 'text-halign': 'center', 'text-wrap': 'wrap', 'line-height': 1.2, 'font-family': font, 'font-size': FONT_SIZE,
    'border-width': 0, 'overlay-opacity': 0 } },
  { selector: 'node[width]', style: {
    shape: 'data(shape)', width: 'data(width)', height: 'data(height)', label: 'data(text)', 'background-color': 'data(color)' } },
  ...polygons,
  { selector: 'node[shape="pill"]', style: { shape: 'round-rectangle', 'corner-radius': 100 } },
  { selector: 'node[?dashed]', style: { 'border-style': 'dashed', 'border-width': 2.5, 'border-color': '#1f2933', 'background-color': '#fff', color: '#1f2933' } },
  { selector: ':parent', style: {
    shape: 'round-rectangle', 'background-color': '#eef3f8', 'background-opacity': 1, 'border-width': 1, 'border-color': '#8fa3b8',
    padding: '14px', events: 'no' } },
  // A frame's title is a node of its own, painted above the links, so that no link crosses the words.
  { selector: 'node.title', style: {
    shape: 'round-rectangle', 'background-color': '#eef3f8', 'background-opacity': 1, color: '#1f2933', 'font-weight': 600,
    'font-size': 'data(size)', 'z-compound-depth': 'top', 'z-index': 20, events: 'no' } },
  { selector: 'edge', style: {
    width: 1.4, 'line-color': '#6b7783', 'target-arrow-color': '#6b7783', 'target-arrow-shape': 'triangle', 'arrow-scale': .85,
    'curve-style': 'bezier', 'overlay-opacity': 0 } },
  { selector: 'edge.routed', style: {
    'curve-style': 'round-segments', 'edge-distances': 'endpoints', 'segment-distances': 'data(distances)', 'segment-weights': 'data(weights)',
    'source-endpoint': 'data(start)', 'target-endpoint': 'data(end)', 'segment-radii': 6 } },
  { selector: 'edge.straight', style: { 'curve-style': 'straight', 'source-endpoint': 'data(start)', 'target-endpoint': 'data(end)' } },
  { selector: 'edge:loop', style: { 'curve-style': 'bezier', 'loop-direction': '0deg', 'loop-sweep': '50deg', 'control-point-step-size': 30 } },
  { selector: '.faint', style: { opacity: .28 } },
  { selector: 'edge.near', style: { width: 2.6, 'line-color': primary, 'target-arrow-color': primary, 'z-index': 9 } },
  { selector: 'node.chosen', style: { 'border-width': 4, 'border-color': '#f2a900', 'border-style': 'solid' } },
];
