package org.entente.fuzz;

import java.util.Arrays;
import java.util.List;

/**
 * One parser.
 *
 * @param name as it is chosen on the command line
 * @param parser takes any bytes; whatever it throws is a finding
 * @param seeds good inputs from which the fuzzer starts
 */
record Target(String name, Parser parser, List<byte[]> seeds) {
  Target {
    seeds = List.copyOf(seeds);
  }

  /** Feeds a parser and checks what it promises of every input. */
  @FunctionalInterface
  interface Parser {
    void feed(byte[] input) throws Exception;
  }

  /** Fails when something was read that would be written in another way. */
  static void oneSpelling(byte[] read, byte[] written) {
    if (!Arrays.equals(read, written)) {
      throw new AssertionError("a value with two spellings was accepted");
    }
  }
}
