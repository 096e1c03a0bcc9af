// Draws the map that Python laid out, and finds elements by name.
{
  const { nodes, edges, frames, options, words } = drawing;
  const host = document.querySelector('main'), field = document.querySelector('input'), found = document.querySelector('output');
  for (const edge of edges) if (!edge.title) delete edge.title;
  const links = new vis.DataSet(edges);
  const network = new vis.Network(host, { nodes: new vis.DataSet(nodes), edges: links }, options);

  const show = (wanted) => links.update(edges.map((edge) => ({ id: edge.id, hidden: !wanted(edge) })));
  const only = (id) => show((edge) => edge.from === id || edge.to === id);   // a chosen element's own links can be followed
  network.on('selectNode', (event) => only(event.nodes[0]));
  network.on('deselectNode', (event) => { if (!event.nodes.length) show(() => true); });

  // The library fits the boxes only and would cut the frames around them.
  const whole = () => {
    const at = nodes.flatMap(({ x, y }) => [[x - 110, y - 50], [x + 110, y + 50]])
      .concat(frames.flatMap(({ x, y, width, height }) => [[x, y], [x + width, y + height]]));
    if (!at.length) return;
    const [[left, right], [top, bottom]] = [0, 1].map((axis) => [Math.min(...at.map((one) => one[axis])), Math.max(...at.map((one) => one[axis]))]);
    const scale = Math.min(1.2, (host.clientWidth - 30) / (right - left), (host.clientHeight - 30) / (bottom - top));
    network.moveTo({ position: { x: (left + right) / 2, y: (top + bottom) / 2 }, scale });
  };

  network.on('beforeDrawing', (pen) => {
    for (const { label, x, y, width, height } of frames) {
      pen.fillStyle = '#eef3f8';
      pen.strokeStyle = '#8fa3b8';
      pen.lineWidth = 1.5;
      pen.beginPath();
      pen.roundRect(x, y, width, height, 10);
      pen.fill();
      pen.stroke();
    }
  });
  network.on('afterDrawing', (pen) => {        // above the links, so that none crosses a title
    pen.textBaseline = 'middle';
    pen.textAlign = 'left';
    for (const { label, letters, x, y } of frames) {
      pen.font = `600 ${letters}px sans-serif`;
      pen.fillStyle = '#eef3f8';
      pen.fillRect(x + 16, y + letters * 0.5, pen.measureText(label).width + 8, letters * 1.5);
      pen.fillStyle = '#1f2933';
      pen.fillText(label, x + 20, y + letters * 1.25);
    }
  });

  const name = (node) => node.title.split('\n')[0];
  document.querySelector('datalist').append(...[...new Set(nodes.map(name))].sort((a, b) => a.localeCompare(b)).map((text) => new Option(text)));

  let last = '', turn = 0;
  const find = () => {                         // Enter again goes on to the next match
    const sought = field.value.trim().toLocaleLowerCase();
    turn = sought === last ? turn + 1 : 0;
    last = sought;
    const exact = nodes.filter((node) => name(node).toLocaleLowerCase() === sought);
    const matches = !sought ? [] : exact.length ? exact : nodes.filter((node) => node.title.toLocaleLowerCase().includes(sought));
    found.textContent = !sought ? '' : words.nothing;
    if (!matches.length) { network.unselectAll(); return show(() => true); }
    const node = matches[turn % matches.length];
    found.textContent = words.found.replace('{number}', (turn % matches.length) + 1).replace('{count}', matches.length);
    network.selectNodes([node.id]);
    only(node.id);
    network.focus(node.id, { scale: 1.1 });
    document.body.dataset.found = node.id;
  };
  document.querySelector('form').addEventListener('submit', (event) => { event.preventDefault(); find(); });
  field.addEventListener('input', ({ inputType }) => { if (!inputType || inputType === 'insertReplacementText') find(); });  // chosen from the list
  document.querySelector('button').onclick = whole;
  whole();
  network.once('afterDrawing', () => { document.body.dataset.ready = 'true'; });
}
