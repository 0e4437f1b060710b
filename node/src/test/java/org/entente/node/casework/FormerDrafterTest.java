package org.entente.node.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.node.act.Outcomes.done;
import static org.entente.node.act.Outcomes.refused;

import java.io.ByteArrayInputStream;
import java.util.Optional;
import java.util.Set;
import org.entente.agreement.OffenceArea;
import org.entente.node.act.Usual;
import org.entente.node.exchange.AttachmentId;
import org.entente.node.exchange.MessageId;
import org.entente.node.officers.Officer;
import org.entente.node.officers.Role;
import org.junit.jupiter.api.Test;

/** A right that was lost is lost for what was begun with it, too. */
class FormerDrafterTest extends Correspondence {

  @Test
  void anOfficerWhoLeftTheDeskNeitherChangesNorHandsInTheirDraftButMayPutItAway() {
    MessageId draft = drafted(OffenceArea.DRUG_TRAFFICKING);
    Content content = baku.message(draft).orElseThrow().content();
    Officer former = without(baku.desk);

    refused(baku.casework.approval().submit(former, draft), Usual.ROLE_MISSING);
    refused(
        baku.casework.drafts().change(former, draft, Optional.empty(), content),
        Usual.ROLE_MISSING);
    refused(
        baku.casework
            .attachments()
            .attach(former, draft, "a.txt", new ByteArrayInputStream(new byte[1])),
        Usual.ROLE_MISSING);
    refused(
        baku.casework.attachments().detach(former, draft, AttachmentId.next()), Usual.ROLE_MISSING);
    assertThat(baku.state(draft)).isEqualTo(MessageState.DRAFT);

    done(baku.casework.drafts().discard(former, draft));
  }

  private static Officer without(Officer desk) {
    return new Officer(
        desk.id(),
        desk.login(),
        desk.name(),
        Set.of(Role.SUPERVISOR),
        desk.language(),
        desk.zone());
  }
}
