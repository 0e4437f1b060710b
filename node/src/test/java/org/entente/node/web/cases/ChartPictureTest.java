package org.entente.node.web.cases;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;

class ChartPictureTest {
  @Test
  void whateverNamesSayThePictureIsSoundAndHoldsNoMarkupOfTheirs() throws Exception {
    Chart chart =
        new Chart(
            List.of(
                new Chart.Line(1, "person", "<script>&\"'\u0007]]>", "suspect", Optional.empty()),
                new Chart.Line(2, "vehicle", "Ž".repeat(300), "", Optional.of("a"))),
            List.of(new Chart.Link(1, "owns", 2), new Chart.Link(2, "<owned>", 1)),
            List.of(),
            List.of());

    byte[] svg = ChartPicture.svg(chart);

    assertThat(new String(svg, UTF_8))
        .contains("&lt;script&gt;")
        .doesNotContain("<script", "\u0007");
    assertThat(
            DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg))
                .getElementsByTagName("path")
                .getLength())
        .as("an arc for each link, and the head of arrows")
        .isEqualTo(3);
  }
}
