package org.entente.node.forms;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.entente.agreement.ActKind;
import org.entente.agreement.PersonalData;

/**
 * The trace of a weapon or of ammunition, and its answer. What a trace cannot do without is needed:
 * make, model, calibre, serial number or why there is none, country (MOSAIC 05.31), why the item is
 * illicit, the use of the answer and whether it can be kept confidential (International Tracing
 * Instrument). The possessor is a person that the message tells of, not a field.
 */
final class TraceForms {
  private static final CodeList CONVERSION = CodeList.of("conversion");
  private static final CodeList COMPONENT = CodeList.of("lot-component");

  static final FormDescription WEAPON =
      new FormDescription(
          "trace-weapon",
          "International Tracing Instrument and MOSAIC 05.31",
          PersonalData.none(),
          Stream.concat(
                  Stream.of(
                      FormField.of("kind", FieldType.one(CodeList.of("weapon-kind"))).need(),
                      FormField.of("make", FieldType.line()).need(),
                      FormField.of("model", FieldType.line()).need(),
                      FormField.of("calibre", FieldType.line()).need(),
                      FormField.of("serial-state", FieldType.one(CodeList.of("serial-state")))
                          .need(),
                      FormField.of("serial", FieldType.line())
                          .identify(FormField.Identifying.SERIAL),
                      FormField.of("serial-on", FieldType.one(CodeList.of("weapon-part"))),
                      FormField.of("country", FieldType.line())
                          .need()
                          .mark(FormField.Marked.COUNTRY),
                      FormField.of("import-mark", FieldType.line()).mark(FormField.Marked.COUNTRY),
                      FormField.of("made", new FieldType.Day()),
                      FormField.of("marks", new FieldType.Words(FormLists.TEXT_MOST)),
                      FormField.of("conversion", FieldType.one(CONVERSION)),
                      FormField.of("barrel", new FieldType.Count()),
                      FormField.of("capacity", new FieldType.Count())),
                  find().stream())
              .toList(),
          List.of(
              new FormRule.UnlessOneOf(
                  "serial", "serial-state", Set.of("obliterated", "never-marked"), "no-serial"),
              new FormRule.Unless("keeps-limits", "keeps", FieldType.YesNo.YES, "no-limits")),
          Optional.of(ActKind.TRACE));

  static final FormDescription LOT =
      new FormDescription(
          "trace-lot",
          "International Tracing Instrument and IATG 03.50",
          PersonalData.none(),
          Stream.concat(
                  Stream.of(
                      FormField.of("nature", FieldType.one(CodeList.of("lot-nature"))).need(),
                      FormField.of("designation", FieldType.line()),
                      FormField.of("calibre", FieldType.line()).need(),
                      FormField.of("lot", FieldType.line())
                          .need()
                          .identify(FormField.Identifying.LOT)
                          .mark(FormField.Marked.LOT),
                      FormField.of("maker", FieldType.line()).need(),
                      FormField.of("country", FieldType.line())
                          .need()
                          .mark(FormField.Marked.COUNTRY),
                      FormField.of("parent", FieldType.line())
                          .identify(FormField.Identifying.LOT)
                          .mark(FormField.Marked.LOT),
                      FormField.of(
                          "components",
                          FieldType.group(
                              FormLists.ROWS_MOST,
                              FormField.of("component", FieldType.one(COMPONENT)).need(),
                              FormField.of("lot", FieldType.line())
                                  .need()
                                  .identify(FormField.Identifying.LOT)
                                  .mark(FormField.Marked.LOT))),
                      FormField.of("headstamp", FieldType.line()).mark(FormField.Marked.HEADSTAMP),
                      FormField.of("amount", new FieldType.Count()),
                      FormField.of("package", new FieldType.Words(FormLists.TEXT_MOST)),
                      FormField.of("contract", FieldType.line())),
                  find().stream())
              .toList(),
          List.of(new FormRule.Unless("keeps-limits", "keeps", FieldType.YesNo.YES, "no-limits")),
          Optional.of(ActKind.TRACE));

  static final FormDescription ANSWER =
      new FormDescription(
          "trace-answer",
          "International Tracing Instrument",
          PersonalData.none(),
          List.of(
              FormField.of(
                      "hops",
                      FieldType.group(
                          FormLists.ROWS_MOST,
                          FormField.of("result", FieldType.one(CodeList.of("hop-result"))).need(),
                          FormField.of("from", FieldType.line()),
                          FormField.of("to", FieldType.line()),
                          FormField.of("on", new FieldType.Day()),
                          FormField.of("licence", FieldType.line()),
                          FormField.of("document", FieldType.line()),
                          FormField.of("quantity", new FieldType.Count()),
                          FormField.of("record", FieldType.one(CodeList.of("arms-record"))),
                          FormField.of("certainty", FieldType.one(FormLists.CERTAINTY)),
                          FormField.of("reason", FieldType.line()),
                          FormField.of("next", FieldType.line())))
                  .need(),
              FormField.of("in-part", new FieldType.YesNo()),
              FormField.of("restrictions", new FieldType.Words(FormLists.TEXT_MOST))),
          List.of());

  private TraceForms() {}

  /** What every trace says of the find and of what becomes of the answer. */
  private static List<FormField> find() {
    return List.of(
        FormField.of("found-on", new FieldType.Day()).need(),
        FormField.of("found-where", FieldType.line()).need(),
        FormField.of("circumstance", FieldType.one(CodeList.of("find-circumstance"))).need(),
        FormField.of("illicit", FieldType.several(CodeList.of("illicit"))).need(),
        FormField.of("legal-ground", new FieldType.Words(FormLists.TEXT_MOST)).need(),
        FormField.of("beside", new FieldType.Words(FormLists.TEXT_MOST)),
        FormField.of("asks", FieldType.several(CodeList.of("trace-asks"))).need(),
        FormField.of("use", FieldType.line()).need(),
        FormField.of("confidential", new FieldType.YesNo()).need(),
        FormField.of("keeps", new FieldType.YesNo()).need(),
        FormField.of("keeps-limits", new FieldType.Words(FormLists.TEXT_MOST)));
  }
}
