// What the reader can do: buttons, keys, pointer; what is told: tips, legend, notes.
import { fit, mark, zoomBy } from './graph_canvas.js';
import { legendSymbol } from './graph_shapes.js';

const STEP = 60;                       // pixels an arrow key moves the picture
const EDGE = 40;                       // white around a saved picture
const ARROWS = { ArrowLeft: [STEP, 0], ArrowRight: [-STEP, 0], ArrowUp: [0, STEP], ArrowDown: [0, -STEP] };

const calm = (cy) => cy.batch(() => cy.elements().removeClass('faint near'));

async function pictureOf(cy) {
  calm(cy);
  const drawn = await createImageBitmap(cy.png({ full: true, scale: 2, maxWidth: 12000, maxHeight: 12000, output: 'blob' }));
  const sheet = new OffscreenCanvas(drawn.width + 2 * EDGE, drawn.height + 2 * EDGE), pen = sheet.getContext('2d');
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, sheet.width, sheet.height);
  pen.drawImage(drawn, EDGE, EDGE);
  return sheet.convertToBlob({ type: 'image/png' });
}

async function save(cy, title) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await pictureOf(cy));
  link.download = `${title.replace(/[^\p{L}\p{N}_-]+/gu, '-').replace(/^-+|-+$/g, '') || 'graph'}.png`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

/** Buttons and keys; each call replaces what an earlier picture had set. */
export function controls(part, cy, data) {
  const deeds = {
    fit: () => fit(cy), zoom_in: () => zoomBy(cy, 1.25), zoom_out: () => zoomBy(cy, 0.8), png: () => save(cy, data.title),
  };
  for (const [name, deed] of Object.entries(deeds)) part(`[data-do=${name}]`).onclick = deed;
  part('.ea-graph').onkeydown = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (ARROWS[event.key]) cy.panBy({ x: ARROWS[event.key][0], y: ARROWS[event.key][1] });
    else if (event.key === '+' || event.key === '=') deeds.zoom_in();
    else if (event.key === '-') deeds.zoom_out();
    else if (event.key === '0') deeds.fit();
    else return;
    event.preventDefault();
  };
}

function tips(part, cy, data) {
  const tip = part('.ea-tip'), frame = part('.ea-frame');
  const titles = new Map(data.nodes.map((node) => [node.id, node.label]));
  const show = ({ renderedPosition: at }, text) => {
    tip.textContent = text;
    tip.hidden = false;
    // Beside the pointer, but inside the frame: near its right or lower edge the tip goes to the other side.
    const left = at.x + 16 + tip.offsetWidth > frame.clientWidth ? at.x - 12 - tip.offsetWidth : at.x + 16;
    const top = at.y + 16 + tip.offsetHeight > frame.clientHeight ? at.y - 12 - tip.offsetHeight : at.y + 16;
    tip.style.left = `${Math.max(4, left)}px`;
    tip.style.top = `${Math.max(4, top)}px`;
  };
  const ends = (edge) => `${titles.get(edge.source().data('own'))} → ${titles.get(edge.target().data('own'))}`;
  cy.on('mouseover mousemove', 'node.fact', (event) => {
    const { label, note } = event.target.data();
    show(event, note ? `${label}\n${note}` : label);
  });
  cy.on('mouseover mousemove', 'edge', (event) => show(event, [ends(event.target), event.target.data('label')].filter(Boolean).join('\n')));
  cy.on('mouseout viewport', () => { tip.hidden = true; });
  frame.onmouseleave = () => { tip.hidden = true; };
}

function neighbours(cy) {
  const light = (near, links) => cy.batch(() => {
    cy.elements().addClass('faint');
    near.union(near.ancestors()).union(cy.nodes('.title')).removeClass('faint');
    links.addClass('near');
  });
  cy.on('mouseover', 'node.fact', ({ target }) => light(target.closedNeighborhood(), target.connectedEdges()));
  cy.on('mouseover', 'edge', ({ target }) => light(target.union(target.connectedNodes()), target));
  cy.on('mouseout', 'node.fact, edge', () => calm(cy));
  cy.container().onmouseleave = () => calm(cy);               // a quick pointer leaves without a last word
}

/** Pointer: hover shows neighbours and tips, a click selects, a double click expands. */
export function pointer(part, cy, data, report) {
  neighbours(cy);
  tips(part, cy, data);
  const choose = (id) => { mark(cy, id); report('selected', id); };
  cy.on('tap', 'node.fact', ({ target }) => choose(target.data('own')));
  cy.on('tap', (event) => { if (event.target === cy) choose(null); });
  cy.on('dbltap', 'node.fact', ({ target }) => report('expanded', target.data('own')));
}

/** Names, hints and legend in the reader's language. */
export function words(part, { texts, legend, unresolved }) {
  for (const name of ['fit', 'png']) part(`[data-do=${name}]`).textContent = texts[name];
  for (const name of ['zoom_in', 'zoom_out']) for (const way of ['aria-label', 'title']) part(`[data-do=${name}]`).setAttribute(way, texts[name]);
  part('.ea-hint').textContent = texts.hint;
  part('#ea-keys').textContent = texts.keys;
  part('.ea-graph').setAttribute('aria-label', texts.name);
  part('.ea-graph').setAttribute('aria-describedby', 'ea-keys');
  part('.ea-note').textContent = texts.left_out;
  part('.ea-note').hidden = !texts.left_out;
  const rows = unresolved ? [...legend, { label: texts.unresolved, shape: 'round-rectangle', color: '#fff', dashed: true }] : legend;
  const list = part('.ea-legend');
  list.setAttribute('aria-label', texts.legend);
  list.replaceChildren(...rows.map((row) => {
    const item = document.createElement('li');
    item.append(legendSymbol(row), row.label);
    return item;
  }));
}
