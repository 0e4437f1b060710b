package org.entente.seal;

/** Why a sealed message or a signed statement was refused. The names are stable codes. */
public enum SealRefusal {
  TOO_LARGE(
      "The message is larger than allowed: ask the partner to send large files as attachments."),
  MALFORMED("This is not a sealed message, or it was cut off: ask the partner to send it again."),
  UNKNOWN_VERSION("The message was sealed by a newer version: update this node."),
  UNKNOWN_ALGORITHM(
      "The message uses algorithms outside the agreed profile: ask the partner to check its node."),
  WRONG_RECIPIENT(
      "The message was sealed for another authority or an earlier identity of this one: ask the"
          + " partner to seal it with the current identity card."),
  WRONG_PURPOSE(
      "This was signed for another purpose: ask the partner for the document that belongs here."),
  CHANGED("The message was changed after it was sealed: report it and ask for it again."),
  UNKNOWN_SIGNER(
      "Whoever signed this message is not a confirmed partner: exchange identity cards first."),
  EXPIRED_CERTIFICATE(
      "The signer's certificate is not valid at this time: check the clock, then ask for a renewed"
          + " identity card."),
  REPLAYED("This message was accepted before: nothing more is to be done.");

  private final String sentence;

  SealRefusal(String sentence) {
    this.sentence = sentence;
  }

  /** What happened and what to do next. */
  public String sentence() {
    return sentence;
  }
}
