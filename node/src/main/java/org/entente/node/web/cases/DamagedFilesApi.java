package org.entente.node.web.cases;

import java.time.Instant;
import java.util.List;
import org.entente.node.act.Right;
import org.entente.node.act.Rights;
import org.entente.node.casework.Casework;
import org.entente.node.casework.DamagedFiles;
import org.entente.node.officers.Officer;
import org.entente.node.store.Paged;
import org.entente.node.web.frame.PagedAnswer;
import org.entente.node.web.frame.Problems;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Files that are no longer what was exchanged, for programs that watch the disk. */
@RestController
@RequestMapping("/api/v1/damaged-files")
class DamagedFilesApi {
  private final DamagedFiles files;

  DamagedFilesApi(Casework casework) {
    this.files = casework.damagedFiles();
  }

  /**
   * A damaged file.
   *
   * @param file its identifier, which is also what it is called on the disk and in the backup
   * @param damage missing or changed
   */
  record DamagedFile(
      String caseId, String reference, String file, String damage, Instant foundAt) {}

  /** The damaged files, by the reference of their case; for administrators and supervisors. */
  @GetMapping
  ResponseEntity<List<DamagedFile>> list(Officer officer, Paged.Wanted wanted) {
    if (!Rights.may(officer, Right.READ_DAMAGED_FILES)) {
      throw new AccessDeniedException("Only who cares for the disk sees what it damaged");
    }
    return PagedAnswer.of(
        files
            .page(officer, wanted)
            .map(d ->
                new DamagedFile(
                    d.caseId().toString(),
                    d.reference(),
                    d.file().toString(),
                    Problems.code(d.damage()),
                    d.foundAt())));
  }
}
