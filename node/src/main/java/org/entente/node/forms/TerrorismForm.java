package org.entente.node.forms;

import static org.entente.agreement.DataCategory.BEHAVIOUR;
import static org.entente.agreement.DataSubjectCategory.SUSPECT_OR_CONVICTED;

import java.util.List;

/** Terrorist offences by the words of the law, and persons who are to be watched for. */
final class TerrorismForm {
  static final FormDescription DESCRIPTION =
      new FormDescription(
          "terrorism",
          "Directive (EU) 2017/541 Art. 3 to 12; Regulation (EU) 2018/1862 Art. 36",
          FormLists.CONDUCT,
          List.of(
              FormField.of("offence", FieldType.several(CodeList.of("terrorist-offence"))).need(),
              FormField.of("on", new FieldType.Day()),
              FormField.of("place", FieldType.line()),
              FormField.of("attack", FieldType.several(CodeList.of("attack"))),
              FormField.of("target", FieldType.several(CodeList.of("attack-target"))),
              FormField.of("weapon", FieldType.several(CodeList.of("attack-weapon"))),
              FormField.of("group", FieldType.line()),
              FormField.of("listed", FieldType.line()),
              FormField.of("watch", FieldType.several(CodeList.of("watch")))
                  .about(SUSPECT_OR_CONVICTED, BEHAVIOUR),
              FormField.of("watch-until", new FieldType.Expiry()),
              FormField.of("watch-action", FieldType.one(CodeList.of("watch-action"))),
              FormField.of("not-to-stop", new FieldType.YesNo())),
          List.of(
              new FormRule.With("watch-until", "watch"),
              new FormRule.With("watch-action", "watch"),
              new FormRule.With("watch", "watch-until")));

  private TerrorismForm() {}
}
