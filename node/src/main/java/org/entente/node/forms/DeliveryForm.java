package org.entente.node.forms;

import java.util.List;
import org.entente.agreement.PersonalData;

/**
 * A question about a delivery and its answer: did it arrive, is the certificate genuine, are the
 * goods still there. It states no suspicion and carries nothing about any person.
 */
final class DeliveryForm {
  static final FormDescription DESCRIPTION =
      new FormDescription(
          "delivery",
          "Reg. (EU) 2025/41 Art. 26 and 27, Firearms Protocol Art. 10",
          PersonalData.none(),
          List.of(
              FormField.of("question", FieldType.one(CodeList.of("delivery-question"))).need(),
              FormField.of("licence", FieldType.line()).need(),
              FormField.of("certificate", FieldType.line()),
              FormField.of("exporter", FieldType.line()),
              FormField.of("consignee", FieldType.line()).need(),
              FormField.of("goods", new FieldType.Words(FormLists.TEXT_MOST)).need(),
              FormField.of("left-on", new FieldType.Day()).need(),
              FormField.of(
                  "lots",
                  FieldType.group(
                      FormLists.ROWS_MOST,
                      FormField.of("lot", FieldType.line())
                          .need()
                          .identify(FormField.Identifying.LOT)
                          .mark(FormField.Marked.LOT))),
              FormField.of("result", FieldType.one(CodeList.of("receipt-result"))),
              FormField.of("result-on", new FieldType.Day()),
              FormField.of("document", FieldType.line()),
              FormField.of("found", new FieldType.Words(FormLists.TEXT_MOST))),
          List.of(new FormRule.With("result", "result-on")));

  private DeliveryForm() {}
}
