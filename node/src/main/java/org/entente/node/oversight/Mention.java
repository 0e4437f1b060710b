package org.entente.node.oversight;

import java.util.List;
import org.entente.agreement.AuthorityId;
import org.entente.node.checks.CheckMentions;
import org.entente.node.measures.MeasureMentions;
import org.entente.node.records.Likeness;
import org.entente.node.records.Mentions;
import org.entente.node.records.RecordView;

/** Something on this node that may be about the person looked for. */
public sealed interface Mention {
  MentionKey key();

  /** How like the person it is, with the reasons. */
  Likeness likeness();

  /** Whether the matter goes on: telling of it may warn a suspect. */
  default boolean open() {
    return false;
  }

  /** The authorities to ask before the person is told of it. */
  default List<AuthorityId> partners() {
    return List.of();
  }

  /** A request that arrived or left. */
  record OfCase(Mentions.InRequest request, String reference, AuthorityId partner, boolean open)
      implements Mention {
    @Override
    public List<AuthorityId> partners() {
      return List.of(partner);
    }

    @Override
    public MentionKey key() {
      return MentionKey.of(MentionKey.Kind.CASE, request.message());
    }

    @Override
    public Likeness likeness() {
      return request.likeness();
    }
  }

  /** A record of the national index. */
  record OfRecord(RecordView record, Likeness likeness) implements Mention {
    @Override
    public MentionKey key() {
      return MentionKey.of(MentionKey.Kind.RECORD, record.id());
    }
  }

  /** A search of an officer in the national index. */
  record OfSearch(Mentions.Searched search) implements Mention {
    @Override
    public MentionKey key() {
      return MentionKey.of(MentionKey.Kind.SEARCH, search.id());
    }

    @Override
    public Likeness likeness() {
      return search.likeness();
    }
  }

  /** A list that was held against the national index. */
  record OfList(Mentions.Listed line, String reason) implements Mention {
    @Override
    public MentionKey key() {
      return MentionKey.of(MentionKey.Kind.LIST, line.id());
    }

    @Override
    public Likeness likeness() {
      return line.likeness();
    }
  }

  /** An urgent measure that names a person. */
  record OfMeasure(MeasureMentions.AboutPerson measure) implements Mention {
    @Override
    public boolean open() {
      return measure.open();
    }

    @Override
    public List<AuthorityId> partners() {
      return measure.partners();
    }

    @Override
    public MentionKey key() {
      return MentionKey.of(MentionKey.Kind.MEASURE, measure.id());
    }

    @Override
    public Likeness likeness() {
      return measure.likeness();
    }
  }

  /** A blind check of an officer. */
  record OfCheck(CheckMentions.AskedAbout check) implements Mention {
    @Override
    public boolean open() {
      return check.running();
    }

    @Override
    public List<AuthorityId> partners() {
      return check.partners();
    }

    @Override
    public MentionKey key() {
      return MentionKey.of(MentionKey.Kind.CHECK, check.id());
    }

    @Override
    public Likeness likeness() {
      return check.likeness();
    }
  }
}
