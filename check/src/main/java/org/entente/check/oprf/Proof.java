package org.entente.check.oprf;

/** That one key made all evaluations of a batch: challenge and response (RFC 9497, section 2.2). */
public record Proof(byte[] challenge, byte[] response) {
  public Proof {
    challenge = challenge.clone();
    response = response.clone();
  }

  @Override
  public byte[] challenge() {
    return challenge.clone();
  }

  @Override
  public byte[] response() {
    return response.clone();
  }
}
