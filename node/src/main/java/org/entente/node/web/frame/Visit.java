package org.entente.node.web.frame;

import jakarta.servlet.http.HttpServletRequest;
import org.entente.node.officers.Officer;

/**
 * A signed-in officer at a page: who, as the account stands now, and what was asked. Lives as long
 * as the request.
 */
public record Visit(Officer officer, HttpServletRequest request) {
  @Override
  public String toString() {
    return "Visit[" + officer.id() + "]";
  }
}
