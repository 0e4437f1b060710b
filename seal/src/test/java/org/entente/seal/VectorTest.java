package org.entente.seal;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The committed vectors, see {@code vectors/seal/README.md}. */
class VectorTest {
  private static final char[] PASSPHRASE = "test vector only".toCharArray();
  private static final Instant AT = Instant.parse("2026-01-15T08:30:00Z");
  private static final UUID ID = UUID.fromString("0194a5c0-0000-7000-8000-000000000001");
  private static final byte[] HEADER = "{\"act\":\"request\"}".getBytes(UTF_8);
  private static final byte[] BODY = "Ђорђевић, Đorđević, Гусейнов".getBytes(UTF_8);
  private static final byte[] RECEIPT = "held".getBytes(UTF_8);
  private static final byte[] NAME = "attachment 1".getBytes(UTF_8);
  private static final AttachmentKey KEY =
      AttachmentKey.of(HexFormat.of().parseHex("00112233445566778899aabbccddeeff".repeat(2)));

  private static byte[] vector(String name) throws IOException {
    try (var in = VectorTest.class.getResourceAsStream("/vectors/seal/" + name)) {
      if (in == null) {
        throw new IOException("no vector " + name);
      }
      return in.readAllBytes();
    }
  }

  private static Identity identity(String name) throws Exception {
    return IdentityFile.decode(vector(name), PASSPHRASE);
  }

  private static IdentityCard card(String name) throws IOException {
    return switch (IdentityCard.read(vector(name))) {
      case IdentityCard.Reading.Read(var card) -> card;
      case IdentityCard.Reading.Refused(var reason) -> throw new AssertionError(reason);
    };
  }

  @Test
  void theCommittedIdentitiesHaveTheCommittedCards() throws Exception {
    assertThat(identity("sender.identity").card()).isEqualTo(card("sender.card"));
    assertThat(identity("recipient.identity").card()).isEqualTo(card("recipient.card"));
    assertThat(String.join(" ", card("sender.card").fingerprint().words()))
        .isEqualTo(new String(vector("sender.words"), US_ASCII).strip());
  }

  @Test
  void theCommittedMessageOpens() throws Exception {
    var opening =
        new Seal(InstantSource.fixed(AT))
            .open(
                vector("message.sealed"),
                identity("recipient.identity"),
                CardDirectory.of(card("sender.card")),
                ReplayGuard.decidedByCaller());

    assertThat(opening)
        .isInstanceOfSatisfying(
            Opening.Opened.class,
            opened -> {
              assertThat(opened.messageId()).isEqualTo(ID);
              assertThat(opened.sender()).isEqualTo("xa.vector");
              assertThat(opened.sealedAt()).isEqualTo(AT);
              assertThat(opened.header()).isEqualTo(HEADER);
              assertThat(opened.body().open(Parties.GRANT)).isEqualTo(BODY);
            });
  }

  @Test
  void theCommittedReceiptIsVerified() throws Exception {
    assertThat(Statement.verify(vector("receipt.statement"), card("recipient.card"), "receipt"))
        .isInstanceOfSatisfying(
            Statement.Verification.Verified.class,
            verified -> {
              assertThat(verified.statement()).isEqualTo(RECEIPT);
              assertThat(verified.signedAt()).isEqualTo(AT);
            });
  }

  @Test
  void theCommittedAttachmentOpens() throws Exception {
    try (var in =
        AttachmentSeal.opening(new ByteArrayInputStream(vector("attachment.sealed")), KEY, NAME)) {
      assertThat(in.readAllBytes()).isEqualTo(BODY);
    }
  }

  @Test
  void theCommittedContentAtRestDecryptsUnderTheMasterKeyOfTheIdentity() throws Exception {
    var key = identity("recipient.identity").masterKey().unwrap(vector("key.wrapped"), NAME);

    assertThat(key.decrypt(vector("content.encrypted"), NAME)).isEqualTo(BODY);
  }

  /** Run with {@code -Dentente.vectors=<folder>} after a new version of a format. */
  @Test
  @EnabledIfSystemProperty(named = "entente.vectors", matches = ".+")
  void vectorsAreWrittenAnew() throws Exception {
    var folder = Path.of(System.getProperty("entente.vectors", "."));
    var validity = Duration.ofDays(3650);
    var clock = InstantSource.fixed(AT);
    var sender = Identity.create("xa.vector", "Vector sender (invented)", clock, validity);
    var recipient = Identity.create("xb.vector", "Vector recipient (invented)", clock, validity);
    var content = ContentKey.create();
    var attachment = new ByteArrayOutputStream();
    try (var out = AttachmentSeal.sealing(attachment, KEY, NAME)) {
      out.write(BODY);
    }

    sender.save(folder.resolve("sender.identity"), PASSPHRASE);
    recipient.save(folder.resolve("recipient.identity"), PASSPHRASE);
    Files.writeString(folder.resolve("sender.card"), sender.card().text());
    Files.writeString(folder.resolve("recipient.card"), recipient.card().text());
    Files.writeString(
        folder.resolve("sender.words"),
        String.join(" ", sender.card().fingerprint().words()) + "\n");
    Files.write(
        folder.resolve("message.sealed"),
        new Seal(clock).seal(new SealHeader(ID, AT, HEADER), BODY, sender, recipient.card()));
    Files.write(
        folder.resolve("receipt.statement"), Statement.sign(RECEIPT, "receipt", recipient, AT));
    Files.write(folder.resolve("attachment.sealed"), attachment.toByteArray());
    Files.write(folder.resolve("key.wrapped"), recipient.masterKey().wrap(content, NAME));
    Files.write(folder.resolve("content.encrypted"), content.encrypt(BODY, NAME));

    assertThat(folder.resolve("content.encrypted")).exists();
  }
}
