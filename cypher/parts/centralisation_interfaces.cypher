// title: Interfaces in operation
// question: Which interfaces are in operation?
// why: Of two that do the same, the first by its id stays; numbers of nodes change when a graph is loaded anew.
// remedy: Nothing to mend here.
// params: {}
// returns: [interfaces]
MATCH (i:Interface)
WHERE i.id > '' AND NOT coalesce(i.status, '') IN ['planned', 'retired']
WITH i
ORDER BY i.id
RETURN collect(id(i)) AS interfaces
