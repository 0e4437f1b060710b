package org.entente.node.web.agreements;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.entente.agreement.AgreementText;
import org.entente.node.partners.AgreementsInForce;

/**
 * One place in which two versions of an agreement differ.
 *
 * @param place file and JSON Pointer
 * @param before empty when the place is new
 * @param after empty when the place is gone
 */
public record Difference(String place, String before, String after) {
  static List<Difference> between(AgreementsInForce.Files before, AgreementsInForce.Files after) {
    Map<String, String> old = values(before);
    Map<String, String> fresh = values(after);
    TreeSet<String> places = new TreeSet<>(old.keySet());
    places.addAll(fresh.keySet());
    List<Difference> found = new ArrayList<>();
    for (String place : places) {
      String was = old.getOrDefault(place, "");
      String is = fresh.getOrDefault(place, "");
      if (!was.equals(is)) {
        found.add(new Difference(place, was, is));
      }
    }
    return found;
  }

  private static Map<String, String> values(AgreementsInForce.Files files) {
    Map<String, String> all = new TreeMap<>();
    AgreementText.places(files.instrument()).forEach((k, v) -> all.put("instrument" + k, v));
    AgreementText.places(files.arrangement()).forEach((k, v) -> all.put("arrangement" + k, v));
    return all;
  }
}
