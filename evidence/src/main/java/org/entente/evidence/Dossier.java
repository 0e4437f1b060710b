package org.entente.evidence;

import java.io.IOException;
import java.security.cert.CertificateEncodingException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.entente.ledger.ProofFile;
import org.entente.seal.Identity;
import org.entente.seal.IdentityCard;
import org.entente.seal.Statement;

/**
 * Collects what goes into an evidence file, each file with its role and what proves it, and signs
 * it. Files are read when they are added, to be measured, and again when the container is written;
 * none is held in memory longer than it was before. For one thread.
 */
public final class Dossier {
  private static final String CARDS = "cards/";
  private static final String KEYS = "keys/";
  private static final int EXTENSION_MAX_CHARS = 8;

  private final Identity exporter;
  private final Index.Matter matter;
  private final Instant at;
  private final String salt;
  private final List<Measured> files = new ArrayList<>();
  private final List<Index.Listed> listed = new ArrayList<>();
  private final List<Index.Item> messages = new ArrayList<>();
  private final List<Index.Item> notices = new ArrayList<>();
  private final Map<Index.Matter, List<Index.Item>> measures = new LinkedHashMap<>();

  /**
   * Begins with both cards and the statement that binds the signing key.
   *
   * @param at now
   * @param salt 16 random bytes for the entry of this export
   */
  public Dossier(
      Identity exporter, IdentityCard partner, Index.Matter matter, Instant at, byte[] salt)
      throws IOException {
    this.exporter = exporter;
    this.matter = matter;
    this.at = at.truncatedTo(ChronoUnit.SECONDS);
    this.salt = HexFormat.of().formatHex(salt);
    add(Part.of(card(exporter.card().authority()), exporter.card().encoded()), Role.CARD, "", "");
    add(Part.of(card(partner.authority()), partner.encoded()), Role.CARD, "", "");
    add(
        Part.of(KEYS + exporter.card().authority() + ".evidence.p7m", evidenceKey()),
        Role.EVIDENCE_KEY,
        "",
        card(exporter.card().authority()));
  }

  private byte[] evidenceKey() {
    try {
      return Statement.sign(
          exporter.evidenceCertificate().getEncoded(), Verification.EVIDENCE_KEY, exporter, at);
    } catch (CertificateEncodingException e) {
      throw new AssertionError("a certificate has an encoding", e);
    }
  }

  private static String card(String authority) {
    return CARDS + authority + ".card";
  }

  private void add(Part part, Role role, String about, String provenBy) throws IOException {
    Measured measured = part.measured();
    files.add(measured);
    listed.add(
        new Index.Listed(
            part.name(), role.code(), measured.sha256(), measured.sizeBytes(), about, provenBy));
  }

  /** An authority's signed statement with which key it countersigns. */
  public void witnessKey(String authority, byte[] statement) throws IOException {
    add(
        Part.of(KEYS + authority + ".witness.p7m", statement),
        Role.WITNESS_KEY,
        "",
        card(authority));
  }

  /** The words of an agreement; its hash stands in the signed header of each message. */
  public void agreement(String hash, byte[] instrument, byte[] arrangement) throws IOException {
    String folder = "agreements/" + hash + "/";
    add(Part.of(folder + "instrument", instrument), Role.AGREEMENT_INSTRUMENT, "", "");
    add(Part.of(folder + "arrangement", arrangement), Role.AGREEMENT_ARRANGEMENT, "", "");
  }

  /** An entry of the exporter's ledger. */
  public void proof(ProofFile proof) throws IOException {
    String name = String.format(Locale.ROOT, "ledger/%012d.proof", proof.entry().index());
    add(Part.of(name, proof.bytes()), Role.LEDGER_PROOF, "", card(exporter.card().authority()));
  }

  /**
   * The bytes of a message or notice, as far as they are there.
   *
   * @param signed the object that was signed
   * @param header the header in it
   * @param content what it says
   * @param receipt the receiver's signed receipt
   */
  // Made once and handed over: nobody compares these records.
  @SuppressWarnings("ArrayRecordComponent")
  public record Texts(
      Optional<byte[]> signed,
      Optional<byte[]> header,
      Optional<byte[]> content,
      Optional<byte[]> receipt) {
    @Override
    public String toString() {
      return "Texts[…]";
    }
  }

  /** A file that came with a message, as exchanged and opened. */
  public record Carried(
      UUID id,
      String name,
      String mediaType,
      long sizeBytes,
      Part.Source sealed,
      Part.Source opened) {
    @Override
    public String toString() {
      return "Carried[" + id + "]";
    }
  }

  /** A message or notice; what is not to be said of it is not in {@code texts}. */
  public void item(Index.Item item, Texts texts, List<Carried> carried) throws IOException {
    boolean message = item.about().isEmpty();
    Index.Room room = message ? Index.Room.MESSAGE : Index.Room.NOTICE;
    (message ? messages : notices).add(filed(room, item, texts, carried));
  }

  /** A message of an urgent measure between the two authorities, the one that opened it first. */
  public void item(Index.Matter measure, Index.Item item, Texts texts, List<Carried> carried)
      throws IOException {
    measures
        .computeIfAbsent(measure, _ -> new ArrayList<>())
        .add(filed(Index.Room.MEASURE, item, texts, carried));
  }

  private Index.Item filed(Index.Room room, Index.Item item, Texts texts, List<Carried> carried)
      throws IOException {
    String about = item.id().toString();
    String signed = room.place(item.id(), ItemCheck.SIGNED);
    if (texts.signed().isPresent()) {
      add(Part.of(signed, texts.signed().get()), Role.SIGNED_MESSAGE, about, card(item.sender()));
    }
    String proof = texts.signed().isPresent() ? signed : "";
    if (texts.header().isPresent()) {
      add(
          Part.of(room.place(item.id(), ItemCheck.HEADER), texts.header().get()),
          Role.HEADER,
          about,
          proof);
    }
    if (texts.content().isPresent()) {
      add(
          Part.of(room.place(item.id(), ItemCheck.CONTENT), texts.content().get()),
          Role.CONTENT,
          about,
          proof);
    }
    if (texts.receipt().isPresent()) {
      add(
          Part.of(room.place(item.id(), ItemCheck.RECEIPT), texts.receipt().get()),
          Role.RECEIPT,
          about,
          card(item.recipient()));
    }
    List<Index.Attachment> attachments = new ArrayList<>();
    for (Carried file : carried) {
      String place = room.place(item.id(), "attachments/" + file.id());
      add(new Part(place + ".sealed", file.sealed()), Role.ATTACHMENT_SEALED, about, proof);
      add(
          new Part(place + extension(file.name()), file.opened()),
          Role.ATTACHMENT,
          about,
          place + ".sealed");
      attachments.add(
          new Index.Attachment(
              file.id(),
              file.name(),
              file.mediaType(),
              file.sizeBytes(),
              place + ".sealed",
              place + extension(file.name())));
    }
    return item.with(attachments);
  }

  /** The end of a stranger's file name, if it is a plain one, so that a program opens the file. */
  private static String extension(String name) {
    int dot = name.lastIndexOf('.');
    String end = dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    return end.matches("[a-z0-9]{1," + EXTENSION_MAX_CHARS + "}") && !end.equals("sealed")
        ? "." + end
        : ".file";
  }

  /**
   * Puts cover and index before the rest and signs.
   *
   * @param cover for people, a PDF
   * @param timeStamped whether a time stamp will be put over the signature
   */
  public SignedFiles sign(byte[] cover, boolean timeStamped) throws IOException {
    Measured front = Part.of(Layout.COVER, cover).measured();
    List<Index.Listed> named = new ArrayList<>();
    named.add(
        new Index.Listed(
            Layout.COVER, Role.COVER.code(), front.sha256(), front.sizeBytes(), "", ""));
    named.addAll(listed);
    Index index =
        new Index(
            measures.isEmpty() ? Index.FORMAT : Index.WITH_MEASURES,
            at,
            exporter.card().authority(),
            salt,
            timeStamped,
            matter,
            messages,
            notices,
            measures.entrySet().stream()
                .map(each -> new Index.Urgent(each.getKey(), each.getValue()))
                .toList(),
            named);
    List<Measured> all = new ArrayList<>();
    all.add(front);
    all.add(Part.of(Layout.INDEX, index.bytes()).measured());
    all.addAll(files);
    return SignedFiles.sign(all, exporter, at);
  }
}
