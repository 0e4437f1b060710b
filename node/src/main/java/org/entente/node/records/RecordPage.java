package org.entente.node.records;

import java.util.List;

/** A record with what was merged into it. */
public record RecordPage(RecordView record, List<RecordView> joined) {}
