package org.entente.node.records;

import org.entente.node.store.OnBothDatabases;

/** The national index with its search index in the node's folder. */
@OnBothDatabases
class RecordsTest extends RecordsContract {}
