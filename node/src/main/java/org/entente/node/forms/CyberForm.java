package org.entente.node.forms;

import static org.entente.agreement.DataCategory.COMMUNICATION;
import static org.entente.agreement.DataCategory.ECONOMIC;
import static org.entente.agreement.DataSubjectCategory.SUSPECT_OR_CONVICTED;

import java.util.List;

/** Cybercrime: data wanted of a provider, indicators, ransom, wallets. */
final class CyberForm {
  static final FormDescription DESCRIPTION =
      new FormDescription(
          "cyber",
          "Regulation (EU) 2023/1543 Art. 3 and Annex II; Budapest Convention Art. 2 to 10",
          FormLists.CONDUCT,
          List.of(
              FormField.of("offence", FieldType.several(CodeList.of("cyber-offence"))).need(),
              FormField.of("from", new FieldType.Day()),
              FormField.of("to", new FieldType.Day()),
              FormField.of("systems", new FieldType.Count()),
              FormField.of("loss", FieldType.quantity(FormLists.CURRENCY)),
              FormField.of(
                      "data",
                      FieldType.group(
                          FormLists.ROWS_MOST,
                          FormField.of("class", FieldType.one(CodeList.of("data-class"))).need(),
                          FormField.of("what", FieldType.several(CodeList.of("data-wanted"))),
                          FormField.of("provider", FieldType.line()).need(),
                          FormField.of("identifier", FieldType.line())
                              .identify(FormField.Identifying.ANY),
                          FormField.of("from", new FieldType.Day()),
                          FormField.of("to", new FieldType.Day()),
                          FormField.of("preserved", new FieldType.YesNo())))
                  .about(SUSPECT_OR_CONVICTED, COMMUNICATION),
              FormField.of(
                      "indicators",
                      FieldType.group(
                          FormLists.ROWS_MOST,
                          FormField.of("kind", FieldType.one(CodeList.of("indicator"))).need(),
                          FormField.of("value", FieldType.line())
                              .identify(FormField.Identifying.ANY)
                              .need(),
                          FormField.of("on", new FieldType.Day()),
                          FormField.of("certainty", FieldType.one(FormLists.CERTAINTY))))
                  .about(SUSPECT_OR_CONVICTED, COMMUNICATION),
              FormField.of("ransom-first", FieldType.quantity(FormLists.CURRENCY)),
              FormField.of("ransom-last", FieldType.quantity(FormLists.CURRENCY)),
              FormField.of("ransom-for", FieldType.several(CodeList.of("ransom-for"))),
              FormField.of("ransom-paid", new FieldType.YesNo()),
              FormField.of("contact", FieldType.line())
                  .identify(FormField.Identifying.ANY)
                  .about(SUSPECT_OR_CONVICTED, COMMUNICATION),
              FormField.of("leak-site", FieldType.line())
                  .identify(FormField.Identifying.ANY)
                  .about(SUSPECT_OR_CONVICTED, COMMUNICATION),
              FormField.of("data-stolen", new FieldType.YesNo()),
              FormField.of("data-published", new FieldType.YesNo()),
              FormField.of(
                      "wallets",
                      FieldType.group(
                          FormLists.ROWS_MOST,
                          FormField.of("chain", FieldType.one(CodeList.of("chain"))).need(),
                          FormField.of("address", FieldType.line())
                              .identify(FormField.Identifying.WALLET)
                              .need(),
                          FormField.of("amount", FieldType.quantity(FormLists.CURRENCY, "chain")),
                          FormField.of("on", new FieldType.Day())))
                  .about(SUSPECT_OR_CONVICTED, ECONOMIC)),
          List.of());

  private CyberForm() {}
}
