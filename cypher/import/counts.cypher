// title: How many facts of each type
// question: How full is the catalogue?
// why: Types that hold nothing need not be compared.
// remedy: Import an inventory.
// params: {}
// returns: [label, facts]
MATCH (n:Fact)
UNWIND [label IN labels(n) WHERE label <> 'Fact'] AS label
RETURN label, count(*) AS facts
ORDER BY label
