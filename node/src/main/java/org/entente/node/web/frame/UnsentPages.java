package org.entente.node.web.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.entente.node.act.Outcome;
import org.entente.node.casework.Unsent;
import org.entente.node.officers.OfficerId;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * What an officer typed and has not sent: saved while it is written, to go on with, to take over
 * from a colleague, or to put away.
 */
@Controller
class UnsentPages {
  private final Pages pages;
  private final Unsent unsent;
  private final TypedText typedText;
  private final Sentences sentences;

  UnsentPages(Pages pages, Unsent unsent, TypedText typedText, Sentences sentences) {
    this.pages = pages;
    this.unsent = unsent;
    this.typedText = typedText;
    this.sentences = sentences;
  }

  /**
   * What the script of a form is told.
   *
   * @param writing as which copy the text is kept now; empty where it is not
   * @param said what the officer has to know; empty where all went as usual
   * @param both where both texts are shown; empty where there is one
   */
  record SavedAnswer(String writing, long version, String said, String both) {}

  @PostMapping(TypedText.SAVING)
  ResponseEntity<SavedAnswer> save(Visit visit) {
    Optional<Unsent.Saved> saved = typedText.save(visit.officer().id(), visit.request());
    if (saved.isEmpty()) {
      return ResponseEntity.badRequest().body(new SavedAnswer("", 0, "", ""));
    }
    return switch (saved.get()) {
      case Unsent.Saved.Done(Unsent.Copy copy) ->
          ResponseEntity.ok(new SavedAnswer(copy.writing().toString(), copy.version(), "", ""));
      case Unsent.Saved.Beside(Unsent.Copy copy, UUID other, OfficerId by) ->
          ResponseEntity.status(409)
              .body(
                  new SavedAnswer(
                      copy.writing().toString(),
                      copy.version(),
                      say(
                          visit,
                          by.equals(visit.officer().id())
                              ? "writing.beside"
                              : "writing.taken-over"),
                      "/unsent/" + copy.writing()));
      case Unsent.Saved.TooLong tooLong ->
          ResponseEntity.status(413).body(new SavedAnswer("", 0, say(visit, "writing.long"), ""));
    };
  }

  private String say(Visit visit, String key) {
    return sentences.of(visit.officer().language(), key);
  }

  /** The text, and beside it what the same officer typed into the same form elsewhere. */
  @GetMapping("/unsent/{id}")
  ResponseEntity<String> view(Visit visit, @PathVariable UUID id) {
    OfficerId officer = visit.officer().id();
    List<Unsent.Line> all = unsent.of(officer);
    Optional<String> place =
        all.stream().filter(line -> line.id().equals(id)).map(Unsent.Line::place).findFirst();
    List<Unsent.Kept> texts = new ArrayList<>();
    unsent.open(officer, id).ifPresent(texts::add);
    all.stream()
        .filter(line -> place.equals(Optional.of(line.place())) && !line.id().equals(id))
        .forEach(line -> unsent.open(officer, line.id()).ifPresent(texts::add));
    return place.isEmpty() || texts.isEmpty()
        ? pages.notFound(visit)
        : pages.show(200, visit, (templates, reader) -> templates.frameUnsent(reader, texts));
  }

  @PostMapping("/unsent/{id}/removal")
  ResponseEntity<String> discard(Visit visit, @PathVariable UUID id) {
    unsent.discard(visit.officer().id(), id);
    return Pages.to("/");
  }

  @PostMapping("/unsent/{id}/take-over")
  ResponseEntity<String> takeOver(Visit visit, @PathVariable UUID id) {
    return switch (unsent.takeOver(visit.officer(), id)) {
      case Outcome.Done<Unsent.Line> done -> Pages.to("/unsent/" + id);
      case Outcome.Refused<Unsent.Line>(var why) -> pages.refused(visit, "usual", why);
    };
  }
}
