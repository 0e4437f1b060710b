package org.entente.node.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.node.act.Outcomes.done;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.entente.agreement.OffenceArea;
import org.entente.node.exchange.AttachmentId;
import org.entente.node.exchange.MessageId;
import org.entente.node.store.Paged;
import org.junit.jupiter.api.Test;

/** A file that the disk has damaged is said to be damaged, and is never shown. */
class DamagedFilesTest extends Correspondence {
  private AttachmentId exchanged(int bytes) {
    MessageId request = drafted(OffenceArea.DRUG_TRAFFICKING);
    done(
        baku.casework
            .attachments()
            .attach(baku.desk, request, "exhibit.bin", new ByteArrayInputStream(new byte[bytes])));
    baku.send(request);
    awaitState(baku, request, MessageState.DELIVERED);
    return belgrade.message(request).orElseThrow().content().attachments().getFirst().id();
  }

  private Attachments.Reading opened(AttachmentId file) {
    return belgrade.casework.attachments().open(belgrade.desk, file);
  }

  private Paged<DamagedFiles.Damaged> listed() {
    return belgrade.casework.damagedFiles().page(belgrade.administrator, Paged.FIRST);
  }

  @Test
  void aChangedOrMissingFileIsSaidToBeDamagedUntilItIsRestored() throws IOException {
    AttachmentId file = exchanged(5_000);
    Path kept = belgrade.blobs.kept(file.value());
    byte[] whole = Files.readAllBytes(kept);
    assertThat(opened(file)).isInstanceOf(Attachments.Reading.Opened.class);

    byte[] changed = whole.clone();
    changed[whole.length / 2] ^= 1;
    Files.write(kept, changed);
    assertThat(opened(file)).isInstanceOf(Attachments.Reading.Damaged.class);
    Files.delete(kept);
    assertThat(opened(file)).isInstanceOf(Attachments.Reading.Damaged.class);
    assertThat(listed().lines()).extracting(DamagedFiles.Damaged::file).containsExactly(file);
    assertThat(belgrade.casework.damagedFiles().page(belgrade.desk, Paged.FIRST).isEmpty())
        .as("an officer of the desk takes care of no disk")
        .isTrue();

    Files.write(kept, whole);
    assertThat(opened(file)).isInstanceOf(Attachments.Reading.Opened.class);
    assertThat(listed().isEmpty()).isTrue();
  }

  @Test
  void theNightFindsWhatNobodyOpenedAndGoesOnWhereItStopped() throws IOException {
    AttachmentId one = exchanged(5_000);
    AttachmentId other = exchanged(5_000);
    Files.write(belgrade.blobs.kept(one.value()), new byte[17]);
    Files.delete(belgrade.blobs.kept(other.value()));
    DamagedFiles files = belgrade.casework.damagedFiles();

    assertThat(files.look(1)).as("a night that has room for one").isEqualTo(1);
    assertThat(files.look(1)).as("the next night").isEqualTo(1);

    assertThat(listed().lines())
        .extracting(DamagedFiles.Damaged::damage)
        .containsExactlyInAnyOrder(DamagedFiles.Damage.CHANGED, DamagedFiles.Damage.MISSING);
    assertThat(listed().lines()).allMatch(d -> d.reference().startsWith("RS-"));
    assertThat(files.count()).isEqualTo(2);
  }
}
