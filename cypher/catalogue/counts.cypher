// title: How many facts of each type
// question: How full is the catalogue?
// why: What is not recorded cannot be analysed.
// remedy: Import an inventory that covers the missing types.
// params: {}
// returns: [label, facts]
MATCH (n:Fact)
UNWIND [label IN labels(n) WHERE label <> 'Fact'] AS label
RETURN label, count(*) AS facts
ORDER BY label
