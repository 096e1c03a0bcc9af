// The dependency graph on a cockpit page. Called by Streamlit at first and after every change of data.
import { draw, fit, mark, trim } from './graph_canvas.js';
import { controls, pointer, words } from './graph_controls.js';

const live = new WeakMap();            // root element -> { cy, drawn, report, selected }

const drawn = ({ nodes, edges, groups }) => JSON.stringify([nodes, edges, groups]);

function look(host) {
  const given = getComputedStyle(host);
  return { font: given.getPropertyValue('--st-font') || 'sans-serif', primary: given.getPropertyValue('--st-primary-color') || '#0F5FA6' };
}

function message(part, text) {
  part('.ea-message').textContent = text;
  part('.ea-message').hidden = !text;
}

async function redraw(part, root, data, state) {
  const host = part('.ea-graph');
  state.cy?.destroy();
  state.cy = null;
  delete host.dataset.ready;
  host.style.height = `${data.height}px`;
  message(part, data.nodes.length ? '' : data.texts.empty);
  const cy = await draw(host, data, look(host));
  if (live.get(root) !== state || state.drawn !== drawn(data)) return cy.destroy();  // newer data came meanwhile
  state.cy = host.eaGraph = cy;
  controls(part, cy, data);
  pointer(part, cy, data, (name, value) => state.report(name, value));
  trim(cy, host, data.height);
  fit(cy);
  mark(cy, state.selected);
  host.dataset.ready = 'true';
}

export default function render({ data, parentElement: root, setStateValue, setTriggerValue }) {
  const part = (selector) => root.querySelector(selector);
  const state = live.get(root) ?? {};
  live.set(root, state);
  state.report = (name, value) => {
    if (name === 'expanded') setTriggerValue(name, value);
    else if (value !== state.selected) { state.selected = value; setStateValue(name, value); }
  };
  state.selected = data.selected ?? null;
  words(part, data);
  const same = state.drawn === drawn(data);
  if (same && state.cy) mark(state.cy, state.selected);       // zoom and places stay
  if (!same) {
    state.drawn = drawn(data);
    redraw(part, root, data, state).catch((fault) => { console.error(fault); message(part, data.texts.failed); });
  }
  return () => { state.cy?.destroy(); live.delete(root); };
}
