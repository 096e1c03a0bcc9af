// Turns the data from Python into a Cytoscape picture: sizes from the texts, places from the layout.
import { layered, segments } from './graph_layout.js';
import { roomFor } from './graph_shapes.js';
import { FONT_SIZE, SMALLEST_TITLE, style } from './graph_style.js';
import { measured } from './graph_text.js';

const { default: cytoscape } = await import(new URL('./vendor/cytoscape.esm.min.js', import.meta.url));

const MARGIN = 20, LOWEST = 220;       // pixels around the picture, and of the host at least
const LARGEST = 1.15;                  // a small picture is not blown up

// A node, a frame and a link may bear the same id in the graph; in the picture they must not.
const nodeId = (id) => `n:${id}`, groupId = (id) => `g:${id}`, titleId = (id) => `t:${id}`, edgeId = (id) => `e:${id}`;

function sized({ nodes, edges, groups }, font) {
  // In a large picture, seen as a whole, the frames' titles are all that can be read.
  const size = Math.min(30, Math.max(SMALLEST_TITLE, Math.round(2.3 * Math.sqrt(nodes.length))));
  return {
    nodes: nodes.map((node) => {
      const [text, [wide, high]] = [measured(node.label, `${FONT_SIZE}px ${font}`), roomFor(node.shape)];
      return { ...node, own: node.id, id: nodeId(node.id), group: node.group && groupId(node.group),
        text: text.text, width: text.width + wide, height: text.height + high };
    }),
    groups: groups.map((group) => {
      const text = measured(group.label, `600 ${size}px ${font}`, 16, 24 * size);
      return { id: groupId(group.id), title: titleId(group.id), parent: group.parent && groupId(group.parent),
        size, height: 1.5 * size, text: text.text.split('\n')[0] + (text.text.includes('\n') ? '…' : ''), width: text.width + 10 };
    }),
    edges: edges.map((edge) => ({ ...edge, id: edgeId(edge.id), source: nodeId(edge.source), target: nodeId(edge.target) })),
  };
}

const frames = ({ groups }, boxes) => groups.flatMap(({ id, title, parent, text, width, height, size }) => [
  { data: { id, parent }, grabbable: false },
  { classes: 'title', grabbable: false, position: { x: boxes.get(id).x + 12 + width / 2, y: boxes.get(id).y + 8 + height / 2 },
    data: { id: title, parent: id, text, width, height, size, shape: 'round-rectangle', color: '#eef3f8' } },
]);

function link(data, { places, routes }) {
  const { source, target } = data, route = routes.get(data.id);
  if (!route || source === target) return { data };
  return { classes: route.bendPoints?.length ? 'routed' : 'straight', data: { ...data, ...segments(route, places.get(source), places.get(target)) } };
}

const elements = (picture, placed) => [
  ...frames(picture, placed.boxes),
  ...picture.nodes.map((node) => ({ classes: 'fact', position: placed.places.get(node.id), data: { ...node, parent: node.group ?? undefined } })),
  ...picture.edges.map((data) => link(data, placed)),
];

// Cytoscape remembers where on the page its host lies and learns of scrolling from the host's ancestors, but its search
// for them ends at the shadow root. So the place is measured anew before the pointer needs it, or clicks would miss.
function keepPlace(cy, host) {
  const ended = new AbortController();
  const forget = () => cy.renderer().invalidateContainerClientCoordsCache();
  const heard = { capture: true, passive: true, signal: ended.signal };
  for (const deed of ['pointerover', 'pointerdown', 'touchstart', 'wheel']) host.addEventListener(deed, forget, heard);
  window.addEventListener('scroll', forget, heard);
  cy.on('destroy', () => ended.abort());
}

/** Draws the picture into `host`; resolves when it is laid out. */
export async function draw(host, data, look) {
  const picture = sized(data, look.font);
  const placed = await layered(picture);
  const cy = cytoscape({
    container: host, elements: elements(picture, placed), style: style(look), layout: { name: 'preset' },
    minZoom: 0.05, maxZoom: 3, boxSelectionEnabled: false, autounselectify: true,
  });
  keepPlace(cy, host);
  cy.on('drag', 'node', ({ target }) => target.connectedEdges().removeClass('routed straight'));  // they fit the old place only
  return cy;
}

/** Makes the host no higher than the picture needs at its width. */
export function trim(cy, host, highest) {
  const box = cy.elements().boundingBox();
  const zoom = Math.min(LARGEST, (cy.width() - 2 * MARGIN) / Math.max(box.w, 1));
  host.style.height = `${Math.round(Math.min(Math.max(box.h * zoom + 2 * MARGIN, LOWEST), highest))}px`;
  cy.resize();
}

/** Shows everything, but never larger than a little above natural size. */
export function fit(cy) {
  cy.fit(undefined, MARGIN);
  if (cy.zoom() > LARGEST) { cy.zoom(LARGEST); cy.center(); }
}

export function zoomBy(cy, factor) {
  cy.zoom({ level: cy.zoom() * factor, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } });
}

export function mark(cy, id) {
  cy.nodes('.chosen').removeClass('chosen');
  if (id) cy.getElementById(nodeId(id)).addClass('chosen');
}
