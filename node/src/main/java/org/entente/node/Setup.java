package org.entente.node;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.entente.agreement.AgreementReader;
import org.entente.agreement.History;
import org.entente.agreement.HistoryReader;
import org.entente.agreement.Reading;
import org.entente.node.officers.NewOfficer;
import org.entente.node.officers.Officers;
import org.entente.node.officers.Role;
import org.entente.node.partners.AgreementsInForce;
import org.entente.node.work.Part;
import org.entente.seal.IdentityCard;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes what an administrator laid into the folder's {@code setup}: agreements with the partner's
 * card and address, and the first officers. Loading the same again changes nothing; the officers'
 * file holds passwords and is removed once it was read.
 */
final class Setup implements Part {
  private final Path folder;
  private final AgreementsInForce agreements;
  private final Officers officers;
  private final ClockConfirmation clock;

  Setup(Path folder, AgreementsInForce agreements, Officers officers, ClockConfirmation clock) {
    this.clock = clock;
    this.folder = folder.resolve("setup");
    this.agreements = agreements;
    this.officers = officers;
  }

  private record FirstOfficer(
      String login, String name, Set<Role> roles, String language, String zone, String password) {}

  private record FirstOfficers(List<FirstOfficer> officers) {}

  @Override
  public void start() throws IOException {
    clock.take();
    Path all = folder.resolve("agreements");
    if (Files.isDirectory(all)) {
      try (Stream<Path> each = Files.list(all)) {
        for (Path agreement : each.sorted().toList()) {
          agreement(agreement);
        }
      }
    }
    officers(folder.resolve("officers.json"));
  }

  @Override
  public void close() {}

  private void agreement(Path from) throws IOException {
    if (!(IdentityCard.read(Files.readAllBytes(from.resolve("partner.card")))
        instanceof IdentityCard.Reading.Read card)) {
      throw new SetupFault(from + "/partner.card is not an identity card. Ask the partner again.");
    }
    URI address =
        URI.create(
            Files.readString(from.resolve("partner.address"), StandardCharsets.UTF_8).strip());
    byte[] instrument = Files.readAllBytes(from.resolve("instrument.json"));
    byte[] arrangement = Files.readAllBytes(from.resolve("arrangement.json"));
    AgreementsInForce.Loading loading =
        agreements.load(
            instrument, arrangement, history(from, instrument, arrangement), card.card(), address);
    switch (loading) {
      case AgreementsInForce.Loading.Loaded loaded -> {}
      case AgreementsInForce.Loading.Broken broken ->
          throw new SetupFault(from + ": " + broken.faults());
      case AgreementsInForce.Loading.IdentityDiffers differs ->
          throw new SetupFault(
              from
                  + ": the annex does not name the identity of "
                  + differs.authority()
                  + ". Compare the fingerprints with the signed document.");
      case AgreementsInForce.Loading.NotAParty notAParty ->
          throw new SetupFault(from + ": this authority is not a party to the agreement.");
    }
  }

  private History history(Path from, byte[] instrument, byte[] arrangement) throws IOException {
    Path file = from.resolve("history.json");
    if (!Files.isReadable(file)) {
      throw new SetupFault(file + " is missing. It says since when the agreement is in force.");
    }
    byte[] history = Files.readAllBytes(file);
    // What was loaded before keeps its history and is not held against its instrument again.
    HistoryReader.Outcome outcome =
        new AgreementReader().read(instrument, arrangement) instanceof Reading.Read read
                && agreements.held(read.agreement().hash().value()).isEmpty()
            ? HistoryReader.readFor(read.agreement().instrument(), history)
            : HistoryReader.read(history);
    return switch (outcome) {
      case HistoryReader.Outcome.Read read -> read.history();
      case HistoryReader.Outcome.Broken broken ->
          throw new SetupFault(from + ": " + broken.faults());
    };
  }

  private void officers(Path file) throws IOException {
    if (!Files.exists(file)) {
      return;
    }
    FirstOfficers first =
        JsonMapper.shared().readValue(Files.readAllBytes(file), FirstOfficers.class);
    for (FirstOfficer o : first.officers()) {
      NewOfficer wanted =
          new NewOfficer(o.login(), o.name(), o.roles(), o.language(), o.zone(), o.password());
      if (officers.open(wanted, "node") instanceof Officers.Opened.Faulty faulty
          && !faulty.key().equals("officer.fault.taken")) {
        throw new SetupFault(file + ": the account " + o.login() + ": " + faulty.key());
      }
    }
    Files.delete(file);
  }

  /** What an administrator must mend before the node can start. */
  static final class SetupFault extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    SetupFault(String sentence) {
      super(sentence);
    }
  }
}
