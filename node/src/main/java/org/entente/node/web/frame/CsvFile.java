package org.entente.node.web.frame;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;

/** A file of lines, written to a stream, which stays open. */
@FunctionalInterface
public interface CsvFile {
  void writeTo(OutputStream out) throws IOException;

  /** Makes the file the answer of a request. */
  default void answer(HttpServletResponse response) throws IOException {
    response.setContentType("text/csv;charset=UTF-8");
    response.setHeader("Content-Disposition", "attachment; filename=\"results.csv\"");
    writeTo(response.getOutputStream());
  }
}
