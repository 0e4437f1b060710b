package org.entente.node.preview;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.Test;

/**
 * What an officer sees of a document that came with a message, and what it cannot do to the node.
 */
class PreviewTest {
  private final Preview preview = new Preview();

  /** Pages with a black bar across, each as large. */
  private static byte[] pdf(int pages, PDRectangle size) throws IOException {
    try (PDDocument document = new PDDocument()) {
      for (int i = 0; i < pages; i++) {
        PDPage page = new PDPage(size);
        document.addPage(page);
        try (PDPageContentStream drawing = new PDPageContentStream(document, page)) {
          drawing.addRect(0, size.getHeight() / 2, size.getWidth(), size.getHeight() / 10);
          drawing.fill();
        }
      }
      return saved(document);
    }
  }

  private static byte[] saved(PDDocument document) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    document.save(file);
    return file.toByteArray();
  }

  private Optional<byte[]> drawn(byte[] document) throws IOException {
    return preview.pages(new ByteArrayInputStream(document));
  }

  @Test
  void thePagesOfADocumentStandBelowEachOther() throws IOException {
    BufferedImage picture =
        ImageIO.read(new ByteArrayInputStream(drawn(pdf(2, PDRectangle.A4)).orElseThrow()));

    assertThat(picture.getWidth()).isEqualTo(794);
    assertThat(picture.getHeight()).isBetween(2 * 1_120, 2 * 1_130);
    int middle = picture.getHeight() / 4 - 60;
    assertThat(picture.getRGB(400, middle)).as("the bar").isEqualTo(0xff000000);
    assertThat(picture.getRGB(400, 20)).as("the paper").isEqualTo(0xffffffff);
  }

  @Test
  void noMoreThanTenPagesAndNoHigherThanAReceiptAreDrawn() throws IOException {
    byte[] many = drawn(pdf(40, new PDRectangle(100, 14_000))).orElseThrow();

    BufferedImage picture = ImageIO.read(new ByteArrayInputStream(many));
    assertThat(picture.getHeight()).isLessThanOrEqualTo(Preview.PAGES_MOST * (3 * 794 + 13));
  }

  @Test
  void whatCannotBeReadIsNotDrawn() throws IOException {
    assertThat(drawn(new byte[0])).isEmpty();
    assertThat(drawn("%PDF-1.7 and then nothing".getBytes(US_ASCII))).isEmpty();
    assertThat(drawn(new byte[20 * 1024 * 1024 + 1])).as("too large").isEmpty();
    try (PDDocument locked = new PDDocument()) {
      locked.addPage(new PDPage(PDRectangle.A4));
      locked.protect(new StandardProtectionPolicy("owner", "reader", new AccessPermission()));
      assertThat(drawn(saved(locked))).as("under a password").isEmpty();
    }
  }

  @Test
  void aDocumentThatFillsTheMemoryEndsItsProcessOnly() throws IOException {
    byte[] hostile = pdf(1, new PDRectangle(595, 842));
    String text = new String(hostile, ISO_8859_1);
    String deep = "[".repeat(4_000_000) + "]".repeat(4_000_000);
    byte[] nested =
        text.replace("/Type /Page\n", "/Type /Page /X " + deep + "\n").getBytes(ISO_8859_1);

    drawn(nested);

    assertThat(drawn(hostile)).as("the next one is drawn").isPresent();
  }

  @Test
  void aDamagedDocumentIsDrawnOrNotAndNeverMore() throws IOException {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    byte[] sound = pdf(1, PDRectangle.A4);
    for (int i = 0; i < 200; i++) {
      byte[] damaged = sound.clone();
      for (int place = 0; place < 1 + random.nextInt(20); place++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      ByteArrayOutputStream picture = new ByteArrayOutputStream();
      try {
        PagePainter.draw(damaged, picture);
        assertThat(picture.size()).as("seed %s", seed).isPositive();
      } catch (IOException | RuntimeException expected) {
        assertThat(picture.size()).as("seed %s", seed).isZero();
      }
    }
  }

  @Test
  void aProgramThatSaysTooMuchOrNothingIsNoPicture() throws IOException {
    assertThat(said("head -c 30000000 /dev/zero")).isEmpty();
    assertThat(said("cat >/dev/null; echo no picture")).isEmpty();
    assertThat(said("exit 0")).isEmpty();
    assertThat(said("cat >/dev/null; printf '\\211PNG\\r\\n\\032\\nwhole'; exit 3")).isEmpty();
  }

  private static Optional<byte[]> said(String script) throws IOException {
    return new Preview(Arrays.asList("/bin/sh", "-c", script))
        .pages(new ByteArrayInputStream(new byte[100_000]));
  }
}
