package org.entente.node.supervision;

import java.util.List;
import org.entente.agreement.AuthorityId;
import org.entente.node.checks.CheckTraces;
import org.entente.node.records.Likeness;
import org.entente.node.records.RecordView;
import org.entente.node.records.Traces;

/** Something on this node that may be about the person looked for. */
public sealed interface Trace {
  TraceKey key();

  /** How like the person it is, with the reasons. */
  Likeness likeness();

  /** Whether the matter goes on: telling of it may warn somebody. */
  default boolean open() {
    return false;
  }

  /** The authorities to ask before the person is told of it. */
  default List<AuthorityId> partners() {
    return List.of();
  }

  /** A request that arrived or left. */
  record OfCase(Traces.InRequest request, String reference, AuthorityId partner, boolean open)
      implements Trace {
    @Override
    public List<AuthorityId> partners() {
      return List.of(partner);
    }

    @Override
    public TraceKey key() {
      return TraceKey.of(TraceKey.Kind.CASE, request.message());
    }

    @Override
    public Likeness likeness() {
      return request.likeness();
    }
  }

  /** A record of the national index. */
  record OfRecord(RecordView record, Likeness likeness) implements Trace {
    @Override
    public TraceKey key() {
      return TraceKey.of(TraceKey.Kind.RECORD, record.id());
    }
  }

  /** A search of an officer in the national index. */
  record OfSearch(Traces.Searched search) implements Trace {
    @Override
    public TraceKey key() {
      return TraceKey.of(TraceKey.Kind.SEARCH, search.id());
    }

    @Override
    public Likeness likeness() {
      return search.likeness();
    }
  }

  /** A list that was held against the national index. */
  record OfList(Traces.Listed line, String reason) implements Trace {
    @Override
    public TraceKey key() {
      return TraceKey.of(TraceKey.Kind.LIST, line.id());
    }

    @Override
    public Likeness likeness() {
      return line.likeness();
    }
  }

  /** A blind check of an officer. */
  record OfCheck(CheckTraces.AskedAbout check) implements Trace {
    @Override
    public boolean open() {
      return check.running();
    }

    @Override
    public List<AuthorityId> partners() {
      return check.partners();
    }

    @Override
    public TraceKey key() {
      return TraceKey.of(TraceKey.Kind.CHECK, check.id());
    }

    @Override
    public Likeness likeness() {
      return check.likeness();
    }
  }
}
