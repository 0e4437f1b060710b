package org.entente.node.casework;

import java.util.List;
import org.entente.node.delivery.WireJson;
import org.entente.node.exchange.MessageId;
import org.entente.node.store.Reads;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/**
 * What of messages was corrected by those who gave them (Directive (EU) 2016/680 Art. 16(1)). What
 * was exchanged stays as it is, because both ledgers hold its hash; this says what holds now, for
 * everybody who reads, compares or answers with it.
 *
 * <p>Safe for use by many threads.
 */
public final class Corrections {
  private static final String PERSON = "person";

  private volatile Source source = Source.NONE;

  /** Who knows which notices corrected a message. */
  public interface Source {
    /** The corrections of a message, the oldest first. */
    List<Corrected> of(Reads tx, MessageId message);

    /** Messages of which something was corrected, the last corrected first. */
    List<MessageId> corrected(Reads tx, int most);

    /** As long as nobody has said who knows. */
    Source NONE =
        new Source() {
          @Override
          public List<Corrected> of(Reads tx, MessageId message) {
            return List.of();
          }

          @Override
          public List<MessageId> corrected(Reads tx, int most) {
            return List.of();
          }
        };
  }

  /**
   * One passage of a message as it stands now.
   *
   * @param passage the field by the name it has in the content
   * @param notice the correction that says so
   */
  public record Corrected(String passage, String text, MessageId notice) {
    @Override
    public String toString() {
      return "Corrected[" + passage + "]";
    }
  }

  /** Says who knows; once, while the node is put together. */
  public void from(Source known) {
    source = known;
  }

  /** What was corrected of a message, the oldest first. */
  public List<Corrected> of(Reads tx, MessageId message) {
    return source.of(tx, message);
  }

  /** Messages of which something was corrected, the last corrected first. */
  List<MessageId> corrected(Reads tx, int most) {
    return source.corrected(tx, most);
  }

  /** Content as it reads with its corrections; what is withheld stays withheld. */
  Content applied(Reads tx, MessageId message, Content content) {
    return content instanceof Content.Withheld ? content : applied(content, of(tx, message));
  }

  /**
   * Content as it reads with corrections. What a correction says of the whole message or of a file
   * has no field; it stands beside.
   */
  static Content applied(Content content, List<Corrected> corrections) {
    Content now = content;
    for (Corrected correction : corrections) {
      now = applied(now, correction);
    }
    return now;
  }

  private static Content applied(Content content, Corrected correction) {
    ObjectNode written = WireJson.read(WireJson.bytes(content), ObjectNode.class);
    ObjectNode holder =
        written.get(PERSON) instanceof ObjectNode person && person.has(correction.passage())
            ? person
            : written;
    if (!holder.has(correction.passage()) || !holder.get(correction.passage()).isValueNode()) {
      return content;
    }
    holder.put(correction.passage(), correction.text());
    try {
      return WireJson.read(WireJson.bytes(written), content.getClass());
    } catch (JacksonException | IllegalArgumentException e) {
      // Not of the form of that field: it is told beside the message, and what was wrong is not
      // put in its place.
      return content;
    }
  }
}
