package org.entente.node.forms;

import static org.entente.agreement.DataCategory.COMMUNICATION;
import static org.entente.agreement.DataCategory.IDENTIFICATION_NUMBERS;
import static org.entente.agreement.DataCategory.TRANSPORT;
import static org.entente.agreement.DataSubjectCategory.SUSPECT_OR_CONVICTED;

import java.util.List;

/** Smuggling of migrants, with what can be asked about a document and a vessel. */
final class SmugglingForm {
  static final FormDescription DESCRIPTION =
      new FormDescription(
          "smuggling",
          "Protocol against the smuggling of migrants, Art. 6, 8, 10(1) and 13",
          FormLists.CONDUCT,
          List.of(
              FormField.of("method", FieldType.several(CodeList.of("smuggling-method"))).need(),
              FormField.of("danger", FieldType.several(CodeList.of("smuggling-danger"))),
              FormField.of(
                  "legs",
                  FieldType.group(
                      FormLists.ROWS_MOST,
                      FormField.of("from", FieldType.line()).need(),
                      FormField.of("to", FieldType.line()).need(),
                      FormField.of("means", FieldType.one(FormLists.MEANS_OF_TRANSPORT)),
                      FormField.of("means-number", FieldType.line())
                          .identify(FormField.Identifying.PLATE)
                          .about(SUSPECT_OR_CONVICTED, TRANSPORT),
                      FormField.of("on", new FieldType.Day()),
                      FormField.of("certainty", FieldType.one(FormLists.CERTAINTY)))),
              FormField.of("roles", FieldType.several(CodeList.of("smuggling-role"))),
              FormField.of(
                  "migrants",
                  FieldType.group(
                      FormLists.ROWS_MOST,
                      FormField.of("number", new FieldType.Count()).need(),
                      FormField.of("citizenship", FieldType.line()),
                      FormField.of("minors", new FieldType.Count()),
                      FormField.of("alone", new FieldType.Count()),
                      FormField.of("dead", new FieldType.Count()),
                      FormField.of("missing", new FieldType.Count()))),
              FormField.of("price", FieldType.quantity(FormLists.CURRENCY)),
              FormField.of("payment", FieldType.one(FormLists.PAYMENT)),
              FormField.of("paid-by", FieldType.line()),
              FormField.of("channel", FieldType.line())
                  .identify(FormField.Identifying.ANY)
                  .about(SUSPECT_OR_CONVICTED, COMMUNICATION),
              FormField.of(
                      "documents",
                      FieldType.group(
                          FormLists.ROWS_MOST,
                          FormField.of("kind", FieldType.one(CodeList.of("travel-document")))
                              .need(),
                          FormField.of("issuer", FieldType.line()),
                          FormField.of("number", FieldType.line())
                              .identify(FormField.Identifying.DOCUMENT),
                          FormField.of("forgery", FieldType.one(CodeList.of("forgery"))),
                          FormField.of(
                              "question", FieldType.several(CodeList.of("document-question")))))
                  .about(SUSPECT_OR_CONVICTED, IDENTIFICATION_NUMBERS),
              FormField.of(
                      "vessels",
                      FieldType.group(
                          FormLists.ROWS_MOST,
                          FormField.of("name", FieldType.line()).need(),
                          FormField.of("registration", FieldType.line()),
                          FormField.of("flag", FieldType.line()),
                          FormField.of("position", FieldType.line()),
                          FormField.of(
                                  "question", FieldType.several(CodeList.of("vessel-question")))
                              .need()))
                  .about(SUSPECT_OR_CONVICTED, TRANSPORT)),
          List.of());

  private SmugglingForm() {}
}
