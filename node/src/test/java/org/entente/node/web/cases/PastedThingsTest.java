package org.entente.node.web.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.node.RunningNode;
import org.entente.node.delivery.PartnersAbilities;
import org.entente.node.partners.Partners;
import org.entente.seal.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Persons and things that are pasted into a request and information, without scripts. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PastedThingsTest {
  private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([0-9a-f]{64})\"");
  private static final Pattern DRAFT = Pattern.compile("/requests/([0-9a-f-]{36})/");

  private static final String PASTED =
      "BG 1234-ŠĆ\nRS35 2600 0560 1001 6113 78\n185[.]4[.]1[.]2:50123 2026-11-03 14:22:05\n"
          + "he met her at the old bridge";

  private static final Map<String, String> WHOM =
      Map.of(
          "partner", "rs.mup",
          "offence", "drug-trafficking",
          "purpose", "To find the supplier of a consignment.");

  private static final Map<String, String> QUESTION =
      Map.of(
          "informationSought", "Who held the vehicle since the first of November.",
          "facts", "Eleven kilograms of heroin were found in a lorry.",
          "reasonsToBelieve", "The telephone was in Belgrade in November.",
          "link", "The vehicle carried the consignment.",
          "urgency", "normal",
          "language", "en",
          "handling", "H1");

  private RunningNode node;
  private RunningNode.Browser desk;
  private final Belgrade belgrade = new Belgrade();

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    node = RunningNode.founded(folder);
    belgrade.agreesWith(node);
    desk = node.signedIn("desk");
  }

  @AfterAll
  void stop() {
    node.close();
  }

  private static String place(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    return answer.headers().firstValue("Location").orElseThrow().replaceFirst("http://[^/]+", "");
  }

  private static String found(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    assertThat(matcher.find()).as(text).isTrue();
    return matcher.group(1);
  }

  private HttpResponse<String> step(String at, Map<String, String> fields, String pressed)
      throws Exception {
    String page = desk.get(at).body();
    Map<String, String> all = new HashMap<>(fields);
    all.put("step", pressed);
    all.put("seen", found(SEEN, page));
    return desk.post(at, all);
  }

  private String begun() throws Exception {
    desk.get("/requests/new");
    Map<String, String> whom = new HashMap<>(WHOM);
    whom.put("step", "next");
    return "/requests/" + found(DRAFT, place(desk.post("/requests/new", whom)));
  }

  @Test
  void whatIsPastedBecomesRowsAndTheRestStaysInTheBox() throws Exception {
    String at = begun() + "/person";

    HttpResponse<String> read = step(at, Map.of("pasted", PASTED), "read");

    assertThat(read.statusCode()).isEqualTo(200);
    assertThat(read.body())
        .contains("name=\"subjects.0.plate\" value=\"BG 1234-ŠĆ\"")
        .contains("name=\"subjects.0.country\" value=\"RS\"")
        .contains("name=\"subjects.1.account\"")
        .contains("check digits do not hold")
        .contains("name=\"subjects.2.ip-address\" value=\"185.4.1.2\"")
        .contains("name=\"subjects.2.source-port\" value=\"50123\"")
        .contains("the time zone is missing")
        .contains("was not recognised", ">he met her at the old bridge</textarea>")
        .doesNotContain("subjects.3.");
  }

  @Test
  void aFileOfAnotherFormatBecomesRowsAndLinksAndWhatHasNoPlaceIsNamedInTheBox() throws Exception {
    String at = begun() + "/person";
    String bundle =
        """
        {"type":"bundle","id":"bundle--5f0c2b52-4d0f-4f5c-9a51-0a3d6f2b1c11","objects":[
         {"type":"ipv4-addr","spec_version":"2.1",
          "id":"ipv4-addr--2f6a8a1c-9f5b-5b0e-8c6e-3f1a6d3b5c01","value":"198.51.100.7"},
         {"type":"domain-name","spec_version":"2.1",
          "id":"domain-name--3c10e93f-798e-5a26-a0c1-08156efab7f5","value":"pay-fast.example"},
         {"type":"relationship","spec_version":"2.1",
          "id":"relationship--44298a74-ba52-4f0c-87a3-1824e67d7fad",
          "created":"2026-11-02T10:00:00.000Z","modified":"2026-11-02T10:00:00.000Z",
          "relationship_type":"communicates-with",
          "source_ref":"domain-name--3c10e93f-798e-5a26-a0c1-08156efab7f5",
          "target_ref":"ipv4-addr--2f6a8a1c-9f5b-5b0e-8c6e-3f1a6d3b5c01"},
         {"type":"x-invented-thing","spec_version":"2.1",
          "id":"x-invented-thing--44298a74-ba52-4f0c-87a3-1824e67d7fae","colour":"blue"}]}
        """;

    String page = step(at, Map.of("pasted", bundle), "read").body();

    assertThat(page)
        .contains("name=\"subjects.0.ip-address\" value=\"198.51.100.7\"")
        .contains("value=\"pay-fast.example\"")
        .contains("name=\"links.0.kind\"")
        .contains("1 × x-invented-thing")
        .doesNotContain("subjects.2.", "spec_version");
  }

  @Test
  void goingOnWithoutReadingTheBoxShowsFirstWhatIsInIt() throws Exception {
    String at = begun() + "/person";

    HttpResponse<String> next = step(at, Map.of("pasted", PASTED), "next");

    assertThat(next.statusCode()).isEqualTo(200);
    assertThat(next.body()).contains("name=\"subjects.0.plate\"");
  }

  @Test
  void aDraftKeepsTheBoxAsItWasAndCannotBeSentBefore() throws Exception {
    String draft = begun();
    String at = draft + "/person";
    assertThat(place(step(at, Map.of("pasted", PASTED, "familyName", "Lukić"), "draft")))
        .startsWith("/cases/");

    assertThat(desk.get(at).body()).contains(">" + PASTED + "</textarea>", "value=\"Lukić\"");
    assertThat(desk.get(draft + "/check").body()).contains("/person?missing#pasted");
  }

  @Test
  void whatWasNotRecognisedGoesIntoTheFactsWithOneButton() throws Exception {
    String draft = begun();
    String at = draft + "/person";
    place(step(draft + "/question", QUESTION, "next"));
    Map<String, String> rows =
        Map.of(
            "subjects.0.kind", "vehicle",
            "subjects.0.plate", "BG 1234-ŠĆ",
            "pasted", "he met her at the old bridge");

    assertThat(place(step(at, rows, "as-text"))).isEqualTo(at);

    assertThat(desk.get(draft + "/question").body())
        .contains("found in a lorry.\nhe met her at the old bridge</textarea>");
    assertThat(desk.get(at).body())
        .contains("name=\"subjects.0.plate\" value=\"BG 1234-ŠĆ\"")
        .doesNotContain(">he met her");
  }

  @Test
  void aRequestAboutThingsIsSentWithoutAPersonAndShownAsCards() throws Exception {
    String draft = begun();
    String at = draft + "/person";
    Map<String, String> rows = new HashMap<>();
    rows.put("subjects.0.kind", "vehicle");
    rows.put("subjects.0.plate", "BG 1234-ŠĆ");
    rows.put("subjects.0.role", "used");
    rows.put("subjects.1.kind", "wallet");
    rows.put("subjects.1.wallet", "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa");
    rows.put("subjects.1.role", "proceeds");
    rows.put("subjects.2.kind", "phone");
    rows.put("subjects.2.phone", "+381601234567");
    rows.put("subjects.2.remove", "true");
    rows.put("links.0.from", "0");
    rows.put("links.0.kind", "connected");
    rows.put("links.0.to", "1");
    rows.put("links.1.from", "2");
    rows.put("links.1.kind", "uses");
    rows.put("links.1.to", "1");
    assertThat(place(step(at, rows, "next"))).isEqualTo(draft + "/question");
    assertThat(place(step(draft + "/question", QUESTION, "next"))).isEqualTo(draft + "/check");

    String check = desk.get(draft + "/check").body();
    assertThat(check)
        .contains("Persons and things", "BG 1234-ŠĆ", "used in the crime", "BG1234ŠĆ")
        .contains("1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa", "check digits hold", "belongs to")
        .doesNotContain("381601234567", "?missing#");
    String sent = place(step(draft + "/check", Map.of(), "send"));
    assertThat(desk.get(sent).body()).contains("Sent to the approver", "BG1234ŠĆ");

    String file = sent.replaceFirst("\\?.*", "").substring("/cases/".length());
    String answer = node.send(node.program(node.token("desk"), "/api/v1/cases/" + file)).body();
    assertThat(answer)
        .contains("\"subjects\":[{\"kind\":\"vehicle\",\"said\":{\"plate\":[\"BG 1234-ŠĆ\"]}")
        .contains("\"canonical\":\"BG1234ŠĆ\"")
        .contains("\"links\":[{\"from\":0,\"kind\":\"connected\",\"to\":1}]");

    takenOver(desk.get("/cases/" + file).body());
    String chart = desk.get("/cases/" + file + "/chart").body();
    assertThat(chart)
        .contains("<img src=\"/cases/" + file + "/chart.svg\"", "BG 1234-ŠĆ")
        .contains("as the text says <a href=\"#line-2\">2</a>");
    HttpResponse<String> svg = desk.get("/cases/" + file + "/chart.svg?whole");
    assertThat(svg.headers().firstValue("Content-Type")).contains("image/svg+xml");
    assertThat(svg.headers().firstValue("Content-Disposition").orElseThrow())
        .contains("attachment");
    assertThat(svg.body()).contains("1 belongs to, as the text says 2", "BG 1234-ŠĆ");
    assertThat(node.signedIn("administrator").get("/cases/" + file + "/chart.svg").body())
        .doesNotContain("BG 1234");
  }

  /** A thing of a message goes into a new request and a check with one click. */
  private void takenOver(String page) throws Exception {
    Pattern asking =
        Pattern.compile(
            "href=\"(/requests/new\\?message=[0-9a-f-]{36}&amp;subject=0)\"|href=\"(/requests/new\\?message=[0-9a-f-]{36}&subject=0)\"");
    Matcher link = asking.matcher(page);
    assertThat(link.find()).as(page).isTrue();
    String ask = (link.group(1) == null ? link.group(2) : link.group(1)).replace("&amp;", "&");
    assertThat(desk.get(ask).body())
        .contains("name=\"subjects.0.plate\" value=\"BG 1234-ŠĆ\"")
        .contains("name=\"subjects.0.handling\" value=\"H1\"");
    assertThat(page)
        .as("one click searches for it, by what is compared")
        .contains("action=\"/search\"", "name=\"text\" value=\"BG1234ŠĆ\"");
    String check = ask.replace("/requests/", "/checks/");
    assertThat(desk.get(check).body())
        .contains("<input type=\"hidden\" name=\"kind\" value=\"vehicle\">")
        .contains("value=\"BG 1234-ŠĆ\"");
    assertThat(page)
        .as("a wallet has no tokens yet")
        .doesNotContain(check.replace("subject=0", "subject=1"));
    assertThat(desk.get(ask.replace("subject=0", "subject=99")).body())
        .doesNotContain("subjects.0.");
    assertThat(node.signedIn("administrator").get(ask).body()).doesNotContain("BG 1234");
  }

  @Test
  void theLinesOfAPassportFillWhomARequestIsAbout() throws Exception {
    HttpResponse<String> read =
        step(
            begun() + "/person",
            Map.of(
                "pasted",
                "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\n"
                    + "L898902C36UTO7408122F1204159ZE184226B<<<<<10"),
            "read");

    assertThat(read.body())
        .contains("name=\"familyName\" value=\"ERIKSSON\"")
        .contains("name=\"document\" value=\"L898902C3\"")
        .doesNotContain("subjects.0.");
  }

  @Test
  void anEmptyRowIsAddedByHandAndSaysWhatItLacks() throws Exception {
    String draft = begun();
    HttpResponse<String> read = step(draft + "/person", Map.of("more", "network"), "read");
    assertThat(read.body()).contains("name=\"subjects.0.ip-address\" value=\"\"");

    place(
        step(
            draft + "/person",
            Map.of("subjects.0.kind", "network", "subjects.0.ip-address", "185.4.1.2"),
            "next"));
    assertThat(desk.get(draft + "/check").body()).contains("/person?missing#subjects.0.role");
    assertThat(desk.get(draft + "/person?missing").body())
        .contains("href=\"#subjects.0.role\"", "Part in the matter");
  }

  @Test
  void informationTellsOfThingsToo() throws Exception {
    desk.get("/informations/new");
    HttpResponse<String> read =
        desk.post(
            "/informations/new", Map.of("pasted", PASTED, "text", "Seen in Niš.", "step", "read"));
    assertThat(read.statusCode()).isEqualTo(200);
    assertThat(read.body()).contains("name=\"subjects.0.plate\"", ">Seen in Niš.</textarea>");

    HttpResponse<String> text =
        desk.post(
            "/informations/new",
            Map.of("pasted", "he met her", "text", "Seen in Niš.", "step", "as-text"));
    assertThat(text.body()).contains(">Seen in Niš.\nhe met her</textarea>");
  }

  @Test
  void whatIsPastedIsNeverMarkupAndNeverTooMuch() throws Exception {
    String at = begun() + "/person";
    HttpResponse<String> read =
        step(at, Map.of("pasted", "\"><script>alert(1)</script>@evil_one"), "read");
    assertThat(read.body()).doesNotContain("<script>alert(1)");

    HttpResponse<String> much = step(at, Map.of("pasted", "185.4.1.2 ".repeat(2_500)), "read");
    assertThat(much.statusCode()).isEqualTo(200);
    assertThat(much.body()).doesNotContain("subjects.0.").contains("185.4.1.2 185.4.1.2");
  }

  @Test
  void anOfficerReadsBeforeThatThePartnersNodeDoesNotShowThings() throws Exception {
    String at = begun() + "/person";
    understandsContentsOf(3);
    assertThat(desk.get(at).body()).contains("does not show persons and things");
    assertThat(desk.get("/informations/new").statusCode()).isEqualTo(200);

    understandsContentsOf(4);
    assertThat(desk.get(at).body()).doesNotContain("does not show persons and things");
    assertThat(step(at, Map.of("form-more", "drugs"), "read").body())
        .contains("does not show such forms yet");

    understandsContentsOf(5);
    assertThat(step(at, Map.of("form-more", "drugs"), "read").body())
        .doesNotContain("does not show such forms yet");
  }

  @Test
  void aFormIsAddedFilledInKeptHalfReadyAndSentWithoutAScript() throws Exception {
    String draft = begun();
    String at = draft + "/person";
    assertThat(step(at, Map.of("form-more", "drugs"), "read").body())
        .contains("name=\"forms.0.form\" value=\"drugs\"")
        .contains("name=\"forms.0.substances.0.found\"", "cannabis resin");
    Map<String, String> rows = new HashMap<>();
    rows.put("forms.0.form", "drugs");
    rows.put("forms.0.seized-on", "24.11.2026");
    rows.put("forms.0.substances.0.found", "other");
    rows.put("forms.0.substances.0.amount", "1.234");
    rows.put("forms.0.marks", "red \"9\" <b>");
    rows.put("forms.0.later", "of a later version");

    HttpResponse<String> wrong = step(at, rows, "next");

    assertThat(wrong.statusCode()).isEqualTo(200);
    assertThat(wrong.body())
        .contains("This amount cannot be read for certain", "value=\"1.234\"")
        .contains("value=\"24.11.2026\"", "value=\"of a later version\"")
        .doesNotContain("<b>");
    place(step(at, rows, "draft"));
    assertThat(desk.get(draft + "/check").body())
        .contains("/person?missing#forms.0.substances.0.found-other");
    assertThat(desk.get(at).body()).contains("value=\"1.234\"", "value=\"24.11.2026\"");

    rows.put("forms.0.substances.0.found-other", "carfentanil");
    rows.put("forms.0.substances.0.amount", "1,2340");
    rows.put("forms.0.substances.0.amount-unit", "g");
    rows.put("forms.0.substances.1.found", "heroin");
    rows.put("forms.0.route.0.point", "origin");
    rows.put("forms.0.route.0.place", "Astara");
    assertThat(place(step(at, rows, "next"))).isEqualTo(draft + "/question");
    place(step(draft + "/question", QUESTION, "next"));
    assertThat(desk.get(draft + "/check").body())
        .contains("Substance as found", "carfentanil", "1.2340 g", "heroin", "Astara")
        .contains("Seized on", "24.11.2026", "of a later version")
        .doesNotContain("?missing#");
    String sent = place(step(draft + "/check", Map.of(), "send"));
    String file = sent.replaceFirst("\\?.*", "").substring("/cases/".length());
    assertThat(desk.get("/cases/" + file + "/chart").body())
        .contains("Routes", "origin · Astara", "Timeline", "24.11.2026");
    assertThat(node.send(node.program(node.token("desk"), "/api/v1/cases/" + file)).body())
        .contains("\"forms\":[{\"form\":\"drugs\",\"said\":{\"seized-on\":[\"2026-11-24\"]");
    assertThat(node.send(node.program(node.token("desk"), "/api/v1/forms")).body())
        .contains("\"form\":\"cyber\"", "\"licence\":", "\"sr-Latn\":\"heroin\"");
  }

  private void understandsContentsOf(int version) {
    String list =
        "{\"version\":1,\"mail\":[{\"family\":\"kind\",\"headers\":[1],\"content\":"
            + version
            + ",\"kinds\":[\"request\"]}]}";
    byte[] signed =
        Statement.sign(
            list.getBytes(StandardCharsets.UTF_8),
            "abilities",
            belgrade.identity,
            node.part(InstantSource.class).instant());
    assertThat(
            node.part(PartnersAbilities.class)
                .take(node.part(Partners.class).find(Belgrade.ID).orElseThrow(), signed))
        .isEqualTo(PartnersAbilities.Taken.KEPT);
  }
}
