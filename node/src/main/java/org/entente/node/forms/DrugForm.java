package org.entente.node.forms;

import static org.entente.agreement.DataCategory.TRANSPORT;
import static org.entente.agreement.DataSubjectCategory.SUSPECT_OR_CONVICTED;

import java.util.List;

/** A seizure of drugs, or what is known of a consignment. */
final class DrugForm {
  private static final CodeList SUBSTANCE = CodeList.of("substance");

  static final FormDescription DESCRIPTION =
      new FormDescription(
          "drugs",
          "UNODC individual drug seizures: substance, amount, unit, route",
          FormLists.CONDUCT,
          List.of(
              FormField.of("seized-on", new FieldType.Day()),
              FormField.of("seized-by", FieldType.line()),
              FormField.of("place", FieldType.line()),
              FormField.of("place-kind", FieldType.one(CodeList.of("place-kind"))),
              FormField.of(
                      "substances",
                      FieldType.group(
                          FormLists.ROWS_MOST,
                          FormField.of("found", FieldType.one(SUBSTANCE)).need(),
                          FormField.of("analysed", FieldType.one(SUBSTANCE)),
                          FormField.of("physical", FieldType.one(CodeList.of("drug-form"))),
                          FormField.of(
                              "amount",
                              FieldType.quantity(CodeList.of("drug-unit"), "found", "weight")),
                          FormField.of("weight", FieldType.one(CodeList.of("weight"))),
                          FormField.of("determined", FieldType.one(CodeList.of("determined"))),
                          FormField.of("packages", new FieldType.Count()),
                          FormField.of("purity", new FieldType.Percent()),
                          FormField.of("method", FieldType.one(CodeList.of("analysis"))),
                          FormField.of("laboratory", FieldType.line()),
                          FormField.of("salt", FieldType.one(CodeList.of("salt-or-base"))),
                          FormField.of("cutting", FieldType.line()),
                          FormField.of("logo", FieldType.line())
                              .identify(FormField.Identifying.LOGO),
                          FormField.of("tablet", FieldType.line())))
                  .need(),
              FormField.of("packing", FieldType.several(CodeList.of("packing"))),
              FormField.of("marks", FieldType.line()),
              FormField.of("concealment", FieldType.several(CodeList.of("concealment"))),
              FormField.of("concealed-how", new FieldType.Words(FormLists.TEXT_MOST)),
              FormField.of("means", FieldType.one(FormLists.MEANS_OF_TRANSPORT)),
              FormField.of("means-number", FieldType.line())
                  .identify(FormField.Identifying.PLATE)
                  .about(SUSPECT_OR_CONVICTED, TRANSPORT),
              FormField.of("consignment", FieldType.line()).identify(FormField.Identifying.ANY),
              FormField.of(
                  "route",
                  FieldType.group(
                      FormLists.ROWS_MOST,
                      FormField.of("point", FieldType.one(CodeList.of("route-point"))).need(),
                      FormField.of("place", FieldType.line()).need(),
                      FormField.of("on", new FieldType.Day()),
                      FormField.of("certainty", FieldType.one(FormLists.CERTAINTY)))),
              FormField.of("price", FieldType.quantity(FormLists.CURRENCY)),
              FormField.of("price-level", FieldType.one(CodeList.of("price-level"))),
              FormField.of("sample-kept", new FieldType.YesNo()),
              FormField.of("controlled-delivery", new FieldType.YesNo())),
          List.of(
              new FormRule.With("concealed-how", "concealment" + FieldType.OTHER_SUFFIX),
              new FormRule.With("price", "price-level")));

  private DrugForm() {}
}
