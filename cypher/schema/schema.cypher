// Derived from the metamodel by `make docs`; do not edit.

// organisationunit_id
CREATE CONSTRAINT organisationunit_id IF NOT EXISTS FOR (n:OrganisationUnit) REQUIRE n.id IS UNIQUE;

// businesscapability_id
CREATE CONSTRAINT businesscapability_id IF NOT EXISTS FOR (n:BusinessCapability) REQUIRE n.id IS UNIQUE;

// businessprocess_id
CREATE CONSTRAINT businessprocess_id IF NOT EXISTS FOR (n:BusinessProcess) REQUIRE n.id IS UNIQUE;

// service_id
CREATE CONSTRAINT service_id IF NOT EXISTS FOR (n:Service) REQUIRE n.id IS UNIQUE;

// application_id
CREATE CONSTRAINT application_id IF NOT EXISTS FOR (n:Application) REQUIRE n.id IS UNIQUE;

// interface_id
CREATE CONSTRAINT interface_id IF NOT EXISTS FOR (n:Interface) REQUIRE n.id IS UNIQUE;

// datastore_id
CREATE CONSTRAINT datastore_id IF NOT EXISTS FOR (n:DataStore) REQUIRE n.id IS UNIQUE;

// dataobject_id
CREATE CONSTRAINT dataobject_id IF NOT EXISTS FOR (n:DataObject) REQUIRE n.id IS UNIQUE;

// hosting_id
CREATE CONSTRAINT hosting_id IF NOT EXISTS FOR (n:Hosting) REQUIRE n.id IS UNIQUE;

// technology_id
CREATE CONSTRAINT technology_id IF NOT EXISTS FOR (n:Technology) REQUIRE n.id IS UNIQUE;

// standard_id
CREATE CONSTRAINT standard_id IF NOT EXISTS FOR (n:Standard) REQUIRE n.id IS UNIQUE;

// supplier_id
CREATE CONSTRAINT supplier_id IF NOT EXISTS FOR (n:Supplier) REQUIRE n.id IS UNIQUE;

// initiative_id
CREATE CONSTRAINT initiative_id IF NOT EXISTS FOR (n:Initiative) REQUIRE n.id IS UNIQUE;

// deviation_id
CREATE CONSTRAINT deviation_id IF NOT EXISTS FOR (n:Deviation) REQUIRE n.id IS UNIQUE;

// review_id
CREATE CONSTRAINT review_id IF NOT EXISTS FOR (n:Review) REQUIRE n.id IS UNIQUE;

// run_id
CREATE CONSTRAINT run_id IF NOT EXISTS FOR (n:ImportRun) REQUIRE n.id IS UNIQUE;

// workbook
CREATE CONSTRAINT workbook_key IF NOT EXISTS FOR (n:Workbook) REQUIRE n.key IS UNIQUE;

// counter
CREATE CONSTRAINT counter_name IF NOT EXISTS FOR (n:Counter) REQUIRE n.name IS UNIQUE;

// alias_key
CREATE CONSTRAINT alias_key IF NOT EXISTS FOR (n:Alias) REQUIRE n.key IS UNIQUE;

// alias_spelling
CREATE INDEX alias_spelling IF NOT EXISTS FOR (n:Alias) ON (n.spelling);

// fact_id
CREATE INDEX fact_id IF NOT EXISTS FOR (n:Fact) ON (n.id);

// fact_name
CREATE INDEX fact_name IF NOT EXISTS FOR (n:Fact) ON (n.name);

// fact_open
CREATE INDEX fact_open IF NOT EXISTS FOR (n:Fact) ON (n._open_count);

// fact_search
CREATE FULLTEXT INDEX fact_search IF NOT EXISTS FOR (n:Fact) ON EACH [n.aliases, n.business_owner, n.check, n.condition, n.conditions, n.country, n.decided_by, n.decision_note, n.decision_text, n.description, n.format, n.goal, n.id, n.it_owner, n.legal_basis, n.lifecycle_slug, n.location, n.measure, n.measured_value, n.name, n.participants, n.product, n.programme, n.protocol, n.published_source, n.reason, n.retention, n.rule, n.service_number, n.short_name, n.version] OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-folding'}};
