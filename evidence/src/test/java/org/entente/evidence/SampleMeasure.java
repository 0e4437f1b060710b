package org.entente.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.entente.ledger.Access;
import org.entente.ledger.LedgerEntry;

/** An alert between two invented authorities that a person has seen, and its evidence file. */
final class SampleMeasure {
  private static final String SALT = "00112233445566778899aabbccddeeff";

  final SampleCase ledger = new SampleCase();
  final UUID alert = UUID.randomUUID();
  final UUID seen = UUID.randomUUID();
  final UUID measure = UUID.randomUUID();

  /** What the header of the alert says the matter is. */
  UUID stated = alert;

  /** Whether the index names that it was seen. */
  boolean namesAll = true;

  /** Whether what it says was erased. */
  boolean erased;

  private static String header(String form, Object... values) {
    return String.format(Locale.ROOT, form, values);
  }

  byte[] container() throws IOException {
    SampleCase.Message said =
        new SampleCase.Message(
            alert,
            header(
                "{\"version\":1,\"measure\":\"alert\",\"matter\":\"%s\",\"agreement\":\"%s\",\"salt\":\"%s\"}",
                stated, SampleCase.AGREEMENT, SALT),
            "{\"version\":1,\"danger\":\"A lorry with explosives crossed the border.\"}",
            SALT,
            SampleCase.BAKU,
            SampleCase.BELGRADE);
    SampleCase.Message answered =
        new SampleCase.Message(
            seen,
            header(
                "{\"version\":1,\"measure\":\"seen\",\"matter\":\"%s\",\"agreement\":null,\"salt\":\"%s\"}",
                alert, SALT),
            "{\"version\":1,\"post\":\"desk\"}",
            SALT,
            SampleCase.BELGRADE,
            SampleCase.BAKU);
    entry(
        Access.COLLECTION,
        "measure-prepared",
        Map.of("measure", measure.toString()),
        Optional.of(said.hash));
    entry(
        Access.DISCLOSURE,
        "measure-released",
        Map.of("measure", measure.toString(), "matter", alert.toString()),
        Optional.of(said.hash));
    entry(
        Access.COLLECTION,
        "measure-received",
        Map.of(
            "measure", measure.toString(),
            "matter", alert.toString(),
            "message", seen.toString()),
        Optional.of(answered.hash));
    if (erased) {
      entry(
          Access.ERASURE,
          "measure-erased",
          Map.of("measure", measure.toString()),
          Optional.empty());
    }
    Index.Matter matter =
        new Index.Matter(
            alert,
            measure,
            "AZ-2026-U000017",
            "rs.mup",
            "RS-2026-U000004",
            "alert",
            "terrorism",
            SampleCase.NOW);
    Dossier dossier =
        new Dossier(
            SampleCase.BAKU, SampleCase.BELGRADE.card(), matter, SampleCase.NOW, new byte[16]);
    if (!erased) {
      dossier.agreement(
          SampleCase.AGREEMENT, "words".getBytes(UTF_8), "more words".getBytes(UTF_8));
    }
    dossier.item(
        matter,
        item(alert, "alert", "az.mia", "rs.mup", "", SampleCase.AGREEMENT, said.hash),
        texts(said, SampleCase.receipt(alert, said, SampleCase.BAKU, SampleCase.BELGRADE, 2)),
        List.of());
    if (namesAll) {
      dossier.item(
          matter,
          item(seen, "seen", "rs.mup", "az.mia", alert.toString(), "", answered.hash),
          texts(
              answered,
              SampleCase.receipt(seen, answered, SampleCase.BELGRADE, SampleCase.BAKU, 2)),
          List.of());
    }
    for (LedgerEntry entry : ledger.entries) {
      dossier.proof(ledger.proof(entry));
    }
    return SampleCase.bytes(dossier.sign(SampleCase.COVER, false));
  }

  private void entry(
      Access access, String event, Map<String, String> references, Optional<String> hash) {
    ledger.entry(access, event, references, hash);
  }

  private Dossier.Texts texts(SampleCase.Message message, byte[] receipt) {
    return erased
        ? new Dossier.Texts(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(receipt))
        : message.texts(Optional.of(receipt));
  }

  private Index.Item item(
      UUID id, String kind, String from, String to, String about, String agreement, String hash) {
    return new Index.Item(
        id,
        kind,
        from,
        to,
        SampleCase.NOW,
        about,
        erased ? Index.State.ERASED : Index.State.WHOLE,
        erased ? "" : agreement,
        List.of("Art. 1(1)(d)"),
        hash,
        List.of());
  }
}
