package org.entente.evidence;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a container holds, for a program: the matter, every message, notice and message of an urgent
 * measure, every file with its role, its digest and what proves it. Nothing in it is believed: it
 * says where to look. A text that is not there is empty.
 *
 * @param format {@link #FORMAT}, or {@link #WITH_MEASURES} where measures are in it and only there
 * @param exportedAt by the exporter's clock
 * @param exporter the authority whose node made it
 * @param salt 32 hexadecimal digits; SHA-256 of the salt's bytes and the manifest is the content
 *     hash of the export's own entry in the exporter's ledger
 * @param timeStamped whether the signature had a time stamp, so that it cannot be taken off
 * @param matter of the case; where the file is of a measure alone, that of the measure
 * @param measures urgent measures that belong to the case, with what was exchanged in each
 * @param files every other file of the container, in its order
 */
public record Index(
    String format,
    Instant exportedAt,
    String exporter,
    String salt,
    boolean timeStamped,
    Matter matter,
    List<Item> messages,
    List<Item> notices,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Urgent> measures,
    List<Listed> files) {
  /**
   * The version without urgent measures; written where there are none, so that older readers know
   * it.
   */
  public static final String FORMAT = "entente-evidence/1";

  /** The version with them. */
  public static final String WITH_MEASURES = "entente-evidence/2";

  private static final Pattern HEX = Pattern.compile("([0-9a-f]{64})?");
  private static final Pattern SALT = Pattern.compile("[0-9a-f]{32}");
  private static final Pattern AUTHORITY = Pattern.compile("[a-z0-9][a-z0-9.-]{1,62}[a-z0-9]");
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9 ()+.,/:-]{0,200}");
  private static final int MAX_NAME_CHARS = 150;

  /** Keeps copies; refuses fields outside their form. */
  public Index {
    require(SALT.matcher(salt).matches());
    require(AUTHORITY.matcher(exporter).matches());
    messages = List.copyOf(messages);
    notices = List.copyOf(notices);
    measures = List.copyOf(measures);
    require(format.equals(measures.isEmpty() ? FORMAT : WITH_MEASURES));
    require(
        measures.stream().allMatch(urgent -> urgent.matter().partner().equals(matter.partner())));
    require(
        measures.stream().map(urgent -> urgent.matter().request()).distinct().count()
            == measures.size());
    files = List.copyOf(files);
  }

  private static void require(boolean good) {
    if (!good) {
      throw new IllegalArgumentException("a field of the index is outside its form");
    }
  }

  /** What became of what a message says. */
  public enum State {
    /** The signed object is here. */
    WHOLE,
    /** It was exchanged before nodes kept signed objects; content and hash are here. */
    UNSIGNED,
    /** It was destroyed; that it was exchanged and when it was erased is proven. */
    ERASED,
    /** Its processing is restricted and it was not asked for. */
    RESTRICTED
  }

  /**
   * The matter.
   *
   * @param request the message that opened it, the same on both nodes
   * @param caseId on the exporter's node
   * @param reference as the exporter's officers call it
   * @param partnerReference as the partner's call it; empty if unknown
   * @param opening kind of act that opened it
   */
  public record Matter(
      UUID request,
      UUID caseId,
      String reference,
      String partner,
      String partnerReference,
      String opening,
      String offence,
      Instant openedAt) {
    public Matter {
      require(AUTHORITY.matcher(partner).matches());
      require(
          Stream.of(reference, partnerReference, opening, offence)
              .allMatch(word -> WORD.matcher(word).matches()));
    }
  }

  /**
   * A message, a notice about one, or a message of an urgent measure.
   *
   * @param kind code of the act or of the notice
   * @param at when the receiver got it; for what has no receipt yet, when it left
   * @param about the message a notice is about, or the one that opened the measure which this one
   *     goes on with; else empty
   * @param agreement hash under which it was decided; empty for a notice, and for what only follows
   *     in a measure
   * @param articles on which it was decided
   * @param contentHash SHA-256 of salt and content as the ledger holds it
   */
  public record Item(
      UUID id,
      String kind,
      String sender,
      String recipient,
      Instant at,
      String about,
      State state,
      String agreement,
      List<String> articles,
      String contentHash,
      List<Attachment> attachments) {
    public Item {
      require(AUTHORITY.matcher(sender).matches() && AUTHORITY.matcher(recipient).matches());
      require(HEX.matcher(agreement).matches() && HEX.matcher(contentHash).matches());
      require(about.isEmpty() || about.equals(UUID.fromString(about).toString()));
      require(WORD.matcher(kind).matches());
      articles = List.copyOf(articles);
      require(articles.stream().allMatch(article -> WORD.matcher(article).matches()));
      attachments = List.copyOf(attachments);
    }

    /** The same with these attachments. */
    Item with(List<Attachment> files) {
      return new Item(
          id, kind, sender, recipient, at, about, state, agreement, articles, contentHash, files);
    }
  }

  /**
   * An urgent measure, between the two authorities of the file.
   *
   * @param matter with the message that opened it and, as its case, what it is on the exporter's
   *     node
   * @param messages that were exchanged in it, the one that opened it first
   */
  public record Urgent(Matter matter, List<Item> messages) {
    public Urgent {
      messages = List.copyOf(messages);
      require(!messages.isEmpty());
      String opened = matter.request().toString();
      require(
          messages.stream()
              .allMatch(
                  item -> item.about().equals(item.id().equals(matter.request()) ? "" : opened)));
    }
  }

  /** What an item is, and so in which folder its files lie. */
  enum Room {
    MESSAGE("messages/"),
    NOTICE("notices/"),
    MEASURE("measures/");

    private final String folder;

    Room(String folder) {
      this.folder = folder;
    }

    /** Where a file of an item lies. */
    String place(UUID item, String file) {
      return folder + item + "/" + file;
    }
  }

  /** An item with what it is and the matter that it belongs to. */
  record Placed(Room room, Matter matter, Item item) {
    String place(String file) {
      return room.place(item.id(), file);
    }
  }

  /**
   * A file that came with a message.
   *
   * @param name as its sender called it
   * @param sizeBytes opened
   * @param sealed its file as exchanged
   * @param opened its file in clear
   */
  public record Attachment(
      UUID id, String name, String mediaType, long sizeBytes, String sealed, String opened) {
    public Attachment {
      require(name.length() <= MAX_NAME_CHARS && name.chars().noneMatch(c -> c < ' '));
      require(WORD.matcher(mediaType).matches() && sizeBytes >= 0);
      require(Layout.isName(sealed) && Layout.isName(opened));
    }
  }

  /**
   * A file.
   *
   * @param role code of its {@link Role}
   * @param about the message or notice it belongs to; empty if none
   * @param provenBy the file that proves it; empty for what is taken from a trusted way
   */
  public record Listed(
      String name, String role, String sha256, long sizeBytes, String about, String provenBy) {
    public Listed {
      require(Layout.isName(name) && HEX.matcher(sha256).matches() && !sha256.isEmpty());
      require(Role.ofCode(role).isPresent() && sizeBytes >= 0);
      require(about.isEmpty() || about.equals(UUID.fromString(about).toString()));
      require(provenBy.isEmpty() || Layout.isName(provenBy));
    }
  }

  /** Messages, then notices, then what was exchanged in measures. */
  Stream<Placed> items() {
    return Stream.concat(
        Stream.concat(
            messages.stream().map(item -> new Placed(Room.MESSAGE, matter, item)),
            notices.stream().map(item -> new Placed(Room.NOTICE, matter, item))),
        measures.stream()
            .flatMap(urgent ->
                urgent.messages().stream()
                    .map(item -> new Placed(Room.MEASURE, urgent.matter(), item))));
  }

  /** Its one spelling: JSON in UTF-8. */
  public byte[] bytes() {
    return IndexText.write(this);
  }
}
