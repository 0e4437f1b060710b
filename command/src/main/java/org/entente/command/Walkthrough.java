package org.entente.command;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.entente.command.Demonstration.City;
import org.entente.ledger.CheckpointVerifier;
import org.entente.ledger.LedgerFileVerifier;
import org.entente.ledger.LogKeys;
import org.entente.ledger.Parsed;
import org.entente.ledger.Progress;
import org.entente.ledger.ProofFile;
import org.entente.ledger.Verification;
import org.entente.seal.IdentityCard;
import org.entente.seal.Statement;
import tools.jackson.databind.JsonNode;

/**
 * The six steps of a case between Baku and Belgrade, the life of their agreement, blind checks, the
 * case as an evidence file, and urgent measures.
 */
public final class Walkthrough {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final long LOOK_MILLIS = 50;

  /** Places of a ledger file that are changed one by one, spread over the whole of it. */
  private static final int CHANGES = 200;

  private final Story story;
  private final Demonstration demonstration;
  private final Api bakuDesk;
  private final Api bakuApprover;
  private final Api bakuSupervisor;
  private final Api belgradeDesk;
  private final Api belgradeApprover;
  private final Api belgradeSupervisor;

  public Walkthrough(Demonstration demonstration, Story story) throws IOException {
    this.demonstration = demonstration;
    this.story = story;
    bakuDesk = demonstration.signIn(City.BAKU, "DESK");
    bakuApprover = demonstration.signIn(City.BAKU, "APPROVER");
    bakuSupervisor = demonstration.signIn(City.BAKU, "SUPERVISOR");
    belgradeDesk = demonstration.signIn(City.BELGRADE, "DESK");
    belgradeApprover = demonstration.signIn(City.BELGRADE, "APPROVER");
    belgradeSupervisor = demonstration.signIn(City.BELGRADE, "SUPERVISOR");
  }

  /** A case as both sides know it. */
  private record Matter(String bakuCase, String belgradeCase, String request) {}

  public void tell() throws IOException, InterruptedException {
    Drafted drafted = draft();
    release(drafted);
    Matter matter = arrive(drafted);
    answer(matter);
    refuse();
    consent();
    prove(matter);
    new AgreementLife(demonstration, story).tell();
    new CorrectionAndErasure(demonstration, story).tell(matter.bakuCase(), matter.belgradeCase());
    new CheckStory(demonstration, story).tell();
    new EvidenceStory(demonstration, story).tell(matter.bakuCase());
    new UrgentStory(demonstration, story).tell();
  }

  private record Drafted(String caseId, String message) {}

  private Drafted draft() throws IOException {
    story.step(1, "Leyla Qurbanova, desk officer in Baku, drafts an urgent request");
    Api.Answer made = bakuDesk.post("requests", request("drug-trafficking"));
    story.check(
        made.status() == 201, "the draft with all of Directive (EU) 2023/977 Art. 4(5) is kept");
    String message = made.text("messageId");
    Map<String, Object> empty = request("drug-trafficking");
    empty.put("facts", "");
    String incomplete = bakuDesk.post("requests", empty).text("messageId");
    story.check(
        bakuDesk.post("messages/" + incomplete + "/submission").status() == 422,
        "one without the facts (Art. 4(5)(b)) is kept and not taken for release");
    bakuDesk.delete("messages/" + incomplete);
    byte[] pdf = Exhibits.pdf("Report on the seizure of 14 November 2026 (demonstration)");
    story.check(
        bakuDesk.attach(message, "report.pdf", pdf).status() == 201,
        "a PDF of %d bytes is attached",
        pdf.length);
    byte[] jpeg = Exhibits.jpeg();
    story.check(
        bakuDesk.attach(message, "photograph.jpg", jpeg).status() == 201,
        "a JPEG of %d bytes is attached",
        jpeg.length);
    return new Drafted(made.text("caseId"), message);
  }

  private void release(Drafted drafted) throws IOException {
    story.step(2, "The agreement decides; another person releases");
    Api.Answer decision =
        bakuDesk.post(
            "decisions",
            Map.of(
                "kind", "request",
                "partner", "rs.mup",
                "offence", "drug-trafficking",
                "urgency", "urgent",
                "urgencyReason", "threat-to-life",
                "category", "suspect-or-convicted",
                "data", List.of("personal-details"),
                "specialCategories", false,
                "strictlyNecessary", false,
                "political", false));
    story.check(
        decision.text("verdict").equals("permitted"),
        "the decision is 'permitted', on %s",
        decision.json().path("articles"));
    Api.Answer submitted = bakuDesk.post("messages/" + drafted.message() + "/submission");
    story.check(
        submitted.text("state").equals("awaiting-approval"), "the draft waits for an approver");
    story.check(
        bakuDesk.post("messages/" + drafted.message() + "/release").status() == 403,
        "its drafter cannot release it");
    Api.Answer released = bakuApprover.post("messages/" + drafted.message() + "/release");
    story.check(released.text("state").equals("released"), "Rəşad Vəliyev, approver, releases it");
  }

  private Matter arrive(Drafted drafted) throws IOException, InterruptedException {
    story.step(3, "The request is sealed, delivered and opened in Belgrade");
    JsonNode sent =
        await(
            bakuDesk,
            drafted.caseId(),
            c -> message(c, 0).path("state").asString("").equals("delivered"));
    JsonNode outgoing = message(sent, 0);
    story.check(outgoing.path("state").asString("").equals("delivered"), "Baku holds a receipt");
    story.tell("hash in both ledgers: %s", outgoing.path("hash").asString(""));
    String request = drafted.message();
    JsonNode received = find(belgradeDesk, sent.path("partnerReference").asString(""));
    String belgradeCase = received.path("id").asString("");
    JsonNode view = belgradeDesk.get("cases/" + belgradeCase).json();
    JsonNode deadline = view.path("summary").path("deadline");
    Duration limit =
        Duration.between(
            Instant.parse(deadline.path("received").asString("")),
            Instant.parse(deadline.path("due").asString("")));
    story.check(
        limit.equals(Duration.ofHours(8)) && deadline.path("state").asString("").equals("running"),
        "Belgrade's inbox shows %s with its deadline: %s hours from receipt",
        view.path("summary").path("reference").asString(""),
        limit.toHours());
    story.check(
        message(view, 0).path("hash").equals(outgoing.path("hash")),
        "both nodes hold the same content hash");
    story.check(
        message(view, 0).path("agreement").equals(outgoing.path("agreement")),
        "both decided on the same agreement, hash %s…",
        outgoing.path("agreement").asString("").substring(0, 16));
    byte[] file =
        belgradeDesk
            .get(
                "attachments/"
                    + message(view, 0).path("attachments").path(1).path("id").asString(""))
            .body();
    story.check(Arrays.equals(file, Exhibits.jpeg()), "the photograph arrived byte for byte");
    byte[] receipt = bakuDesk.get("messages/" + drafted.message() + "/receipt").body();
    story.check(
        Statement.verify(receipt, card(City.BELGRADE), "receipt")
            instanceof Statement.Verification.Verified,
        "the receipt is signed by Belgrade (%d bytes, ML-DSA-65 with ECDSA P-256)",
        receipt.length);
    return new Matter(drafted.caseId(), belgradeCase, request);
  }

  private void answer(Matter matter) throws IOException, InterruptedException {
    story.step(4, "Clarification, reply, closure");
    send(
        belgradeDesk,
        "cases/" + matter.belgradeCase() + "/clarification-questions",
        Map.of("text", "Which border crossing did the vehicle use, and on which day?"));
    JsonNode stopped =
        await(belgradeDesk, matter.belgradeCase(), c -> state(c).equals("clarification"));
    story.check(
        clock(stopped).equals("suspended"), "Jovana Mirić asks what is meant: the clock stops");
    await(bakuDesk, matter.bakuCase(), c -> state(c).equals("clarification"));
    send(
        bakuDesk,
        "cases/" + matter.bakuCase() + "/clarification-answers",
        Map.of("text", "Gradina, on 14 November 2026 at about six in the morning."));
    JsonNode running = await(belgradeDesk, matter.belgradeCase(), c -> state(c).equals("open"));
    story.check(clock(running).equals("running"), "Baku clarifies: the clock runs");
    Api.Answer reply =
        belgradeDesk.post(
            "cases/" + matter.belgradeCase() + "/replies",
            Map.of(
                "text", "The person entered on 12 November 2026 and is known for one conviction.",
                "source", "A",
                "information", "1",
                "handling", List.of("h1", "h2"),
                "assessment", false,
                "asOf", "2026-11-20"));
    String message = reply.text("messageId");
    belgradeDesk.attach(message, "extract.pdf", Exhibits.pdf("Extract (demonstration)"));
    belgradeDesk.post("messages/" + message + "/submission");
    Api.Answer released = belgradeApprover.post("messages/" + message + "/release");
    story.check(
        released.status() == 200,
        "Marko Đukanac releases the reply: A1, H1 and H2, one attachment");
    JsonNode answered = await(bakuDesk, matter.bakuCase(), c -> state(c).equals("answered"));
    JsonNode last = message(answered, 3);
    story.check(
        last.path("content").path("evaluation").asString("").equals("A1")
            && last.path("attachments").size() == 1,
        "Baku reads the reply; the deadline is %s",
        clock(answered));
    send(
        bakuDesk,
        "cases/" + matter.bakuCase() + "/closures",
        Map.of("text", "The information led to the next step of the investigation. Thank you."));
    JsonNode closed = await(belgradeDesk, matter.belgradeCase(), c -> state(c).equals("closed"));
    story.check(
        state(closed).equals("closed"), "Baku closes the case, and Belgrade's closes with it");
  }

  private void refuse() throws IOException {
    story.step(5, "What the agreement does not carry does not leave");
    Api.Answer draft = bakuDesk.post("requests", request("insider-dealing"));
    Api.Answer refused = bakuDesk.post("messages/" + draft.text("messageId") + "/submission");
    story.check(
        refused.status() == 409 && refused.text("title").equals("not-permitted"),
        "insider dealing is outside Article 1: %s",
        refused.text("detail"));
  }

  private void consent() throws IOException, InterruptedException {
    Api.Answer draft = bakuDesk.post("requests", request("computer-crime"));
    String message = draft.text("messageId");
    boolean held =
        bakuDesk
            .get("consents")
            .json()
            .valueStream()
            .anyMatch(c ->
                c.path("offence").asString("").equals("computer-crime")
                    && c.path("state").asString("").equals("granted"));
    Api.Answer first = bakuDesk.post("messages/" + message + "/submission");
    if (held) {
      story.tell("Belgrade's consent to cybercrime is on record from an earlier walkthrough");
    } else {
      story.check(
          first.text("title").equals("needs-consent"),
          "cybercrime is 'another area of common interest': %s",
          first.text("detail"));
      grant();
      first = bakuDesk.post("messages/" + message + "/submission");
    }
    story.check(
        first.text("state").equals("awaiting-approval"),
        "with the recorded consent the same request is permitted");
    bakuApprover.post("messages/" + message + "/release");
    JsonNode sent =
        await(
            bakuDesk,
            draft.text("caseId"),
            c -> message(c, 0).path("state").asString("").equals("delivered"));
    story.check(
        message(sent, 0).path("state").asString("").equals("delivered"), "and Belgrade takes it");
  }

  private void grant() throws IOException, InterruptedException {
    Api.Answer asked =
        bakuDesk.post(
            "consent-requests",
            Map.of(
                "partner", "rs.mup",
                "offence", "computer-crime",
                "reasons", "Both sides see the same ransomware group; exchange helps both."));
    bakuDesk.post("messages/" + asked.text("messageId") + "/submission");
    bakuApprover.post("messages/" + asked.text("messageId") + "/release");
    JsonNode delivered = await(bakuDesk, asked.text("caseId"), c -> state(c).equals("open"));
    String theirs =
        find(belgradeDesk, delivered.path("partnerReference").asString("")).path("id").asString("");
    Api.Answer grant =
        belgradeDesk.post(
            "cases/" + theirs + "/consent-grants",
            Map.of(
                "text",
                "Agreed for one year.",
                "until",
                Instant.now().plus(Duration.ofDays(365)).toString()));
    belgradeDesk.post("messages/" + grant.text("messageId") + "/submission");
    belgradeApprover.post("messages/" + grant.text("messageId") + "/release");
    JsonNode answered = await(bakuDesk, asked.text("caseId"), c -> state(c).equals("answered"));
    story.check(
        state(answered).equals("answered"), "Belgrade consents, released by a second person");
  }

  private void prove(Matter matter) throws IOException {
    story.step(6, "Both ledgers are proven");
    byte[] baku = verified(City.BAKU, bakuSupervisor);
    verified(City.BELGRADE, belgradeSupervisor);
    String here = provenContent(City.BAKU, bakuSupervisor, matter, "released");
    String there = provenContent(City.BELGRADE, belgradeSupervisor, matter, "received");
    story.check(
        !here.isEmpty() && here.equals(there),
        "the request is provable on both sides under one hash: %s…",
        here.substring(0, Math.min(16, here.length())));
    int found = 0;
    for (int i = 0; i < CHANGES; i++) {
      byte[] changed = baku.clone();
      changed[(int) ((long) i * baku.length / CHANGES)] ^= 1;
      if (!(verify(City.BAKU, changed) instanceof Verification.Sound)) {
        found++;
      }
    }
    story.check(
        found == CHANGES,
        "%d single bits changed all over Baku's ledger file, %d found",
        CHANGES,
        found);
  }

  private byte[] verified(City city, Api supervisor) throws IOException {
    byte[] export = supervisor.get("ledger/export").body();
    Verification verification = verify(city, export);
    String origin = city.authority + "/ledger";
    story.check(
        verification instanceof Verification.Sound sound
            && sound.trust() == Verification.KeyTrust.EXPECTED,
        "%s: %s",
        origin,
        verification instanceof Verification.Sound sound ? sound.sentence() : "not sound");
    return export;
  }

  private Verification verify(City city, byte[] export) throws IOException {
    return LedgerFileVerifier.verify(
        new ByteArrayInputStream(export), LogKeys.of(key(city)), Progress.NONE);
  }

  private CheckpointVerifier key(City city) throws IOException {
    return new CheckpointVerifier(city.authority + "/ledger", card(city).checkpointPublicKey());
  }

  private IdentityCard card(City city) throws IOException {
    byte[] file = Files.readAllBytes(demonstration.node(city).path().resolve("identity.card"));
    if (IdentityCard.read(file) instanceof IdentityCard.Reading.Read read) {
      return read.card();
    }
    throw new Stop("The identity card of " + city + " is damaged.");
  }

  /** The content hash of the matter's first entry of this kind, proven; empty when it is not. */
  private String provenContent(City city, Api officer, Matter matter, String event)
      throws IOException {
    LogKeys keys = LogKeys.of(key(city));
    for (JsonNode text : officer.get("matters/" + matter.request() + "/proofs").json()) {
      if (ProofFile.parse(text.asString("").getBytes(StandardCharsets.UTF_8))
              instanceof Parsed.Read<ProofFile>(ProofFile proof)
          && proof.entry().event().equals(event)
          && proof.verify(keys, 0).isProven()) {
        return proof.entry().content().map(hash -> hash.hex()).orElse("");
      }
    }
    return "";
  }

  private void send(Api desk, String path, Map<String, String> json) throws IOException {
    Api.Answer draft = desk.post(path, json);
    Api.Answer sent = desk.post("messages/" + draft.text("messageId") + "/submission");
    if (!sent.text("state").equals("released")) {
      story.check(false, "%s leaves: %s %s", path, draft.string(), sent.string());
    }
  }

  /** Looks at the case until it is as expected or patience ends; returns it as it is then. */
  private static JsonNode await(Api officer, String caseId, Predicate<JsonNode> as)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    JsonNode view = officer.get("cases/" + caseId).json();
    while (!as.test(view) && System.nanoTime() < end) {
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
      view = officer.get("cases/" + caseId).json();
    }
    return view;
  }

  private static JsonNode find(Api officer, String reference) throws IOException {
    List<JsonNode> all = new ArrayList<>();
    officer.get("cases").json().forEach(all::add);
    return all.stream()
        .filter(c -> c.path("reference").asString("").equals(reference))
        .findFirst()
        .orElseThrow(() -> new Stop("The case " + reference + " is not in the partner's inbox."));
  }

  private static JsonNode message(JsonNode view, int number) {
    return view.path("messages").path(number);
  }

  private static String state(JsonNode view) {
    return view.path("summary").path("state").asString("");
  }

  private static String clock(JsonNode view) {
    return view.path("summary").path("deadline").path("state").asString("");
  }

  private static Map<String, Object> request(String offence) {
    Map<String, Object> request = new HashMap<>();
    request.put("partner", "rs.mup");
    request.put("offence", offence);
    request.put("urgency", "urgent");
    request.put("urgencyReason", "threat-to-life");
    request.put("data", List.of("personal-details"));
    request.put("specialCategories", false);
    request.put("strictlyNecessary", false);
    request.put("political", false);
    request.put(
        "person",
        Map.of(
            "familyName", "Hüseynzadə",
            "givenName", "Cavid",
            "otherSpellings", List.of("HUSEYNZADE JAVID", "Гусейнзаде Джавид"),
            "birthDate", "1984-03-21",
            "nationality", "AZ",
            "category", "suspect-or-convicted"));
    request.put("informationSought", "Entries to Serbia since 1 November 2026, vehicles, company.");
    request.put("purpose", "Investigation into the transport of heroin along the southern route.");
    request.put("facts", "On 14 November 2026 11 kg were seized; a second transport is expected.");
    request.put("reasonsToBelieve", "A receipt of a hotel in Niš was found in the vehicle.");
    request.put("link", "The person rented the vehicle in which the substance was found.");
    request.put("urgencyReasons", "A witness was threatened; the next transport is due in hours.");
    request.put("restrictions", "Not to be used in open proceedings before our consent.");
    request.put("language", "en");
    request.put("handling", List.of("h1"));
    return request;
  }
}
