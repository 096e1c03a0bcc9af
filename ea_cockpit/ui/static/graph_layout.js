// Places nodes in layers with right-angled links: ELK, in a worker, so that the page stays responsive.
const base = new URL('./vendor/', import.meta.url);
await import(new URL('elk-api.js', base));
let elk;                               // one worker for the page
const engine = () => (elk ??= new window.ELK({ workerFactory: () => new Worker(new URL('elk-worker.min.js', base)) }));

const MANY_LINKS = 40;                 // from here on links of one node share a way, or they would fill the picture
const OPTIONS = {
  'elk.algorithm': 'layered', 'elk.direction': 'RIGHT', 'elk.edgeRouting': 'ORTHOGONAL',
  'elk.hierarchyHandling': 'INCLUDE_CHILDREN', 'elk.json.edgeCoords': 'ROOT', 'elk.json.shapeCoords': 'ROOT',
  'elk.spacing.nodeNode': '16', 'elk.spacing.edgeNode': '14', 'elk.spacing.edgeEdge': '9', 'elk.spacing.componentComponent': '30',
  'elk.layered.spacing.nodeNodeBetweenLayers': '64', 'elk.layered.spacing.edgeNodeBetweenLayers': '18',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '9',
  'elk.layered.nodePlacement.bk.fixedAlignment': 'BALANCED', 'elk.aspectRatio': '1.7',
};

const leaf = (node) => ({ id: node.id, width: node.width, height: node.height });

function frame(group, { nodes, groups }) {
  const titleRoom = 18 + 1.5 * group.height;
  const inside = [
    ...groups.filter((other) => other.parent === group.id).map((other) => frame(other, { nodes, groups })),
    ...nodes.filter((node) => node.group === group.id).map(leaf),
  ];
  return {
    id: group.id, children: inside,
    layoutOptions: {
      'elk.padding': `[top=${titleRoom},left=16,bottom=16,right=16]`,
      'elk.nodeSize.constraints': 'MINIMUM_SIZE', 'elk.nodeSize.minimum': `(${group.width + 24},${titleRoom + 40})`,
    },
  };
}

/** Centre of each node, box of each frame, bend points of each link. */
export async function layered({ nodes, edges, groups }) {
  const known = new Set(groups.map((group) => group.id));
  const top = groups.filter((group) => !known.has(group.parent));
  const drawing = await engine().layout({
    id: ' root', layoutOptions: { ...OPTIONS, 'elk.layered.mergeEdges': String(edges.length > MANY_LINKS) },
    children: [...top.map((group) => frame(group, { nodes, groups })), ...nodes.filter((node) => !known.has(node.group)).map(leaf)],
    edges: edges.map((edge) => ({ id: edge.id, sources: [edge.source], targets: [edge.target] })),
  });
  const places = new Map(), boxes = new Map(), routes = new Map();
  const collect = (part) => {
    for (const child of part.children ?? []) {
      if (known.has(child.id)) boxes.set(child.id, child);
      else places.set(child.id, { x: child.x + child.width / 2, y: child.y + child.height / 2 });
      collect(child);
    }
    for (const edge of part.edges ?? []) if (edge.sections?.[0]) routes.set(edge.id, edge.sections[0]);
  };
  collect(drawing);
  return { places, boxes, routes };
}

/** ELK's bend points as Cytoscape understands them: share and distance along the straight line between both ends. */
export function segments(route, source, target) {
  const { startPoint: from, endPoint: to, bendPoints = [] } = route;
  const dx = to.x - from.x, dy = to.y - from.y, length = Math.hypot(dx, dy) || 1;
  return {
    start: `${from.x - source.x}px ${from.y - source.y}px`, end: `${to.x - target.x}px ${to.y - target.y}px`,
    weights: bendPoints.map((bend) => ((bend.x - from.x) * dx + (bend.y - from.y) * dy) / (length * length)),
    distances: bendPoints.map((bend) => ((bend.x - from.x) * -dy + (bend.y - from.y) * dx) / length),
  };
}
