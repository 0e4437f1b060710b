package org.entente.formats.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.ValidationReport;
import org.apache.jena.shacl.validation.Severity;
import org.apache.jena.sparql.graph.GraphFactory;
import org.entente.formats.Judges;
import org.entente.formats.Samples;
import org.junit.jupiter.api.Test;

/** What a forensic tool or a prosecutor is handed. */
class CaseWriterTest {
  private static final Exhibit EXHIBIT =
      new Exhibit(
          "2026/17-1",
          "ledger.zip",
          "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
          4_096,
          Instant.parse("2026-02-27T10:00:00Z"),
          "az.mia");

  private static byte[] written() {
    return CaseWriter.write(
        Samples.whole(),
        List.of(EXHIBIT),
        Optional.of(new Permission("agreement", "Art. 2(1)(b), decision 7")));
  }

  private static Graph graph(byte[] bytes) {
    Graph graph = GraphFactory.createDefaultGraph();
    RDFDataMgr.read(graph, new ByteArrayInputStream(bytes), Lang.JSONLD11);
    return graph;
  }

  /**
   * The ontologies with their shapes; constraints in SPARQL that Jena cannot parse are left out.
   */
  private static Graph ontology() {
    Graph all = GraphFactory.createDefaultGraph();
    for (String part :
        List.of(
            "action",
            "analysis",
            "configuration",
            "core",
            "identity",
            "location",
            "marking",
            "observable",
            "pattern",
            "role",
            "time",
            "tool",
            "types",
            "victim",
            "vocabulary")) {
      read(all, "ucoProject/UCO", "ontology/uco/" + part + "/" + part + ".ttl");
    }
    read(all, "ucoProject/UCO", "ontology/co/co.ttl");
    read(all, "casework/CASE", "ontology/investigation/investigation.ttl");
    read(all, "casework/CASE", "ontology/vocabulary/vocabulary.ttl");
    Node sparql = NodeFactory.createURI("http://www.w3.org/ns/shacl#sparql");
    all.find(Node.ANY, sparql, Node.ANY).toList().forEach(all::delete);
    return all;
  }

  private static void read(Graph all, String repository, String file) {
    RDFDataMgr.read(all, new ByteArrayInputStream(Judges.bytes(repository, file)), Lang.TURTLE);
  }

  private static List<String> violations(Graph ontology, Shapes shapes, byte[] bytes) {
    Graph data = graph(bytes);
    ontology.find().forEachRemaining(data::add);
    ValidationReport report = ShaclValidator.get().validate(shapes, data);
    return report.getEntries().stream()
        .filter(entry -> entry.severity().equals(Severity.Violation))
        .map(entry -> entry.focusNode() + " " + entry.resultPath() + " " + entry.message())
        .toList();
  }

  @Test
  void theGraphConformsToTheShapesOfCaseAndUco() {
    Graph ontology = ontology();
    Shapes shapes = Shapes.parse(ontology);
    String text = new String(written(), StandardCharsets.UTF_8);

    assertThat(shapes.numShapes()).isGreaterThan(300);
    assertThat(violations(ontology, shapes, written())).isEmpty();
    assertThat(
            violations(
                ontology,
                shapes,
                text.replace("\"2026/17-1\"", "17").getBytes(StandardCharsets.UTF_8)))
        .as("an exhibit's number is a text")
        .isNotEmpty();
  }

  @Test
  void theSameDossierGivesTheSameBytes() {
    assertThat(written()).isEqualTo(written());
  }

  @Test
  void anExhibitHasItsDigestItsNumberAndWhoTookItWhen() {
    String text = new String(written(), StandardCharsets.UTF_8);

    assertThat(text)
        .contains(EXHIBIT.sha256())
        .contains("\"case-investigation:exhibitNumber\":\"2026/17-1\"")
        .contains("2026-02-27T10:00:00Z")
        .contains("\"case-investigation:authorizationIdentifier\":\"Art. 2(1)(b), decision 7\"");
  }

  @Test
  void whatTheOntologyHasNoWordForIsSaidInOurOwn() {
    Graph graph = graph(written());

    for (String said : List.of("plate", "serial", "role", "evaluation", "handling")) {
      assertThat(
              graph.contains(
                  Node.ANY, NodeFactory.createURI("urn:entente:subject:" + said), Node.ANY))
          .as(said)
          .isTrue();
    }
  }
}
