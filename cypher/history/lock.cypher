// title: Nobody else writes
// question: Is an import under way?
// why: What is taken back must not change while it is looked at; imports take the same lock.
// remedy: The other one waits until this is done.
// params: {}
// returns: []
MERGE (c:Counter {name: 'import'})
SET c.value = coalesce(c.value, 0)
