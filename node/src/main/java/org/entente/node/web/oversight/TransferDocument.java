package org.entente.node.web.oversight;

import java.util.ArrayList;
import java.util.List;
import org.entente.node.oversight.Transfer;
import org.entente.node.oversight.Transfers;
import org.entente.node.web.frame.Period;
import org.entente.node.web.frame.PrintedPages;
import org.entente.node.web.frame.Reader;

/** The register of transfers to be printed (Directive (EU) 2016/680 Art. 24, 38(3)). */
final class TransferDocument {
  private static final List<Integer> WIDTHS = List.of(13, 12, 13, 18, 15, 20, 14, 10);

  private TransferDocument() {}

  static byte[] of(
      Reader reader, Transfers.Register register, Period period, OversightNames names) {
    PrintedPages pages = PrintedPages.sideways(reader.t("transfer.title"));
    pages.line(reader.name(reader.authority()));
    pages.line(reader.t("transfer.period", period.from().toString(), period.to().toString()));
    pages.line(reader.t("transfer.count", register.lines().size()));
    if (!register.complete()) {
      pages.strong(reader.t("transfer.cut", Transfers.MOST));
    }
    List<List<String>> rows = new ArrayList<>();
    for (Transfer t : register.lines()) {
      rows.add(row(reader, t, names));
    }
    pages.table(
        List.of(
            reader.t("transfer.at"),
            reader.t("transfer.kind"),
            reader.t("transfer.recipient"),
            reader.t("transfer.articles"),
            reader.t("transfer.subjects"),
            reader.t("transfer.data"),
            reader.t("transfer.by"),
            reader.t("column.entry")),
        WIDTHS,
        rows);
    pages.line(reader.t("transfer.source"));
    return pages.finish();
  }

  private static List<String> row(Reader reader, Transfer t, OversightNames names) {
    return List.of(
        reader.time(t.at()),
        TransferText.kind(reader, t),
        reader.name(t.recipient()),
        TransferText.basis(reader, t),
        TransferText.subjects(reader, t),
        String.join("; ", TransferText.data(reader, t)),
        (t.caseReference() + " " + names.of(t.actor())).strip(),
        t.provable() ? Long.toString(t.position()) : t.log() + "/" + t.position());
  }
}
