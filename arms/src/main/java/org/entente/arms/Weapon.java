package org.entente.arms;

import java.util.List;
import java.util.Optional;
import org.entente.subject.Firearm;

/**
 * A weapon as somebody described it: what it is, where it was made, what is stamped on it.
 *
 * @param type what it is
 * @param origin where and when it was made
 * @param marks all marks but the serial number
 * @param parts those parts that carry marks of their own
 */
public record Weapon(
    WeaponType type,
    Origin origin,
    SerialMark serial,
    List<Mark> marks,
    List<Part> parts,
    Build build) {

  public Weapon {
    marks = List.copyOf(marks);
    parts = List.copyOf(parts);
    Texts.entries(marks.size());
    Texts.entries(parts.size());
  }

  /** What a register of four columns tells of a firearm. */
  public static Weapon of(Firearm firearm) {
    return new Weapon(
        WeaponType.named(firearm.make(), firearm.model(), firearm.calibre()),
        Origin.UNKNOWN,
        SerialMark.read(firearm.serial().orElse("")),
        List.of(),
        List.of(),
        Build.UNKNOWN);
  }

  /** The firearm that an index of records can hold of this weapon. */
  public Firearm asFirearm() {
    return new Firearm(
        type.make(),
        type.model(),
        type.calibre(),
        Optional.of(serial.seen()).filter(seen -> !seen.isBlank()));
  }

  @Override
  public String toString() {
    return "Weapon[" + type.kind() + "]";
  }
}
