package org.entente.node.forms;

import static org.entente.agreement.DataCategory.PERSONAL_DETAILS;
import static org.entente.agreement.DataCategory.VICTIM_PARTICULARS;
import static org.entente.agreement.DataSubjectCategory.VICTIM;

import java.util.List;

/**
 * Trafficking in human beings. Of victims it has the reduced set of Regulation (EU) 2016/794 Annex
 * II B.2 and nothing else.
 */
final class TraffickingForm {
  private static final CodeList SEX = CodeList.of("sex");

  static final FormDescription DESCRIPTION =
      new FormDescription(
          "trafficking",
          "Palermo Protocol on trafficking in persons, Art. 3 and 10(1); Directive 2011/36/EU Art. 2",
          FormLists.CONDUCT,
          List.of(
              FormField.of("act", FieldType.several(CodeList.of("trafficking-act"))).need(),
              FormField.of("child", new FieldType.YesNo()).need(),
              FormField.of("means", FieldType.several(CodeList.of("trafficking-means"))),
              FormField.of("purpose", FieldType.several(CodeList.of("trafficking-purpose"))).need(),
              FormField.of("control", FieldType.several(CodeList.of("trafficking-control"))),
              FormField.of("labour", FieldType.several(CodeList.of("labour"))),
              FormField.of("recruiter", FieldType.one(CodeList.of("recruiter"))),
              FormField.of(
                  "route",
                  FieldType.group(
                      FormLists.ROWS_MOST,
                      FormField.of("point", FieldType.one(CodeList.of("route-point"))).need(),
                      FormField.of("place", FieldType.line()).need(),
                      FormField.of("on", new FieldType.Day()),
                      FormField.of("certainty", FieldType.one(FormLists.CERTAINTY)))),
              FormField.of("in-control", new FieldType.YesNo()),
              FormField.of("unnamed", new FieldType.YesNo()),
              FormField.of(
                      "victims",
                      FieldType.group(
                          FormLists.ROWS_MOST,
                          FormField.of("number", new FieldType.Count()).need(),
                          FormField.of("sex", FieldType.one(SEX)),
                          FormField.of("age", FieldType.one(CodeList.of("age-band"))),
                          FormField.of("citizenship", FieldType.line()),
                          FormField.of("protected", new FieldType.YesNo())
                              .about(VICTIM, VICTIM_PARTICULARS),
                          FormField.of("in-court", new FieldType.YesNo())
                              .about(VICTIM, VICTIM_PARTICULARS)))
                  .about(VICTIM, PERSONAL_DETAILS)),
          List.of(
              new FormRule.Unless("means", "child", FieldType.YesNo.YES, "no-means"),
              new FormRule.Unnamed("unnamed", VICTIM)));

  private TraffickingForm() {}
}
