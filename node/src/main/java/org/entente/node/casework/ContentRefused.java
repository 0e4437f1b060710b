package org.entente.node.casework;

/** The content of a message cannot be taken; the code goes into the signed receipt. */
public final class ContentRefused extends Exception {
  private static final long serialVersionUID = 1L;

  private final String code;

  public ContentRefused(String code) {
    super(code);
    this.code = code;
  }

  public String code() {
    return code;
  }
}
