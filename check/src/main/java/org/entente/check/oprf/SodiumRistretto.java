package org.entente.check.oprf;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.List;
import java.util.Optional;
import org.entente.check.ristretto.Scalar;

/**
 * ristretto255-SHA512 with the secrets in libsodium, by the foreign-function API. Public sums of
 * products, which libsodium lacks, are those of {@link PlainRistretto}.
 */
public final class SodiumRistretto implements PrimeGroup {
  private static final List<String> NAMES =
      List.of(
          "libsodium.so.23", "libsodium.so.26", "libsodium.so", "libsodium.dylib", "libsodium.dll");

  private final PlainRistretto plain = new PlainRistretto();
  private final String found;
  private final MethodHandle fromHash;
  private final MethodHandle multiply;
  private final MethodHandle multiplyBase;
  private final MethodHandle invert;
  private final MethodHandle multiplyNumbers;
  private final MethodHandle subtractNumbers;

  private SodiumRistretto(SymbolLookup library, String found) throws Throwable {
    this.found = found;
    int started = (int) handle(library, "sodium_init", 0).invokeExact();
    if (started < 0) {
      throw new IllegalStateException("libsodium does not start");
    }
    fromHash = handle(library, "crypto_core_ristretto255_from_hash", 2);
    multiply = handle(library, "crypto_scalarmult_ristretto255", 3);
    multiplyBase = handle(library, "crypto_scalarmult_ristretto255_base", 2);
    invert = handle(library, "crypto_core_ristretto255_scalar_invert", 2);
    multiplyNumbers = procedure(library, "crypto_core_ristretto255_scalar_mul");
    subtractNumbers = procedure(library, "crypto_core_ristretto255_scalar_sub");
  }

  /** The library as this machine has it, or nothing where none loads. */
  @SuppressWarnings("restricted") // The launcher grants native access.
  public static Optional<SodiumRistretto> load() {
    for (String name : NAMES) {
      try {
        return Optional.of(
            new SodiumRistretto(SymbolLookup.libraryLookup(name, Arena.global()), name));
      } catch (Throwable notHere) {
        // The next name may be right; without any the plain arithmetic serves.
      }
    }
    return Optional.empty();
  }

  private static MethodHandle handle(SymbolLookup library, String name, int arrays) {
    return bound(
        library,
        name,
        switch (arrays) {
          case 0 -> FunctionDescriptor.of(ValueLayout.JAVA_INT);
          case 2 ->
              FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS);
          default ->
              FunctionDescriptor.of(
                  ValueLayout.JAVA_INT,
                  ValueLayout.ADDRESS,
                  ValueLayout.ADDRESS,
                  ValueLayout.ADDRESS);
        });
  }

  private static MethodHandle procedure(SymbolLookup library, String name) {
    return bound(
        library,
        name,
        FunctionDescriptor.ofVoid(ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.ADDRESS));
  }

  // Critical: the arrays are read where they lie, so that no copy of a secret stays behind.
  @SuppressWarnings("restricted")
  private static MethodHandle bound(SymbolLookup library, String name, FunctionDescriptor shape) {
    return Linker.nativeLinker()
        .downcallHandle(library.findOrThrow(name), shape, Linker.Option.critical(true));
  }

  @Override
  public String identifier() {
    return PlainRistretto.IDENTIFIER;
  }

  @Override
  public String arithmetic() {
    return found;
  }

  @Override
  public String hash() {
    return PlainRistretto.HASH;
  }

  @Override
  public int elementBytes() {
    return plain.elementBytes();
  }

  @Override
  public byte[] hashToElement(byte[] message, byte[] tag) {
    byte[] out = new byte[elementBytes()];
    call(fromHash, out, PlainRistretto.uniform(message, tag));
    return out;
  }

  @Override
  public byte[] hashToNumber(byte[] message, byte[] tag) {
    return plain.hashToNumber(message, tag);
  }

  @Override
  public byte[] randomNumber() {
    return plain.randomNumber();
  }

  @Override
  public byte[] times(byte[] number, byte[] element) throws NotAnElement {
    needNumber(number);
    if (element.length != elementBytes()) {
      throw new NotAnElement();
    }
    byte[] out = new byte[elementBytes()];
    if (call(multiply, out, number, element) != 0) {
      throw new NotAnElement();
    }
    return out;
  }

  @Override
  public byte[] timesGenerator(byte[] number) {
    needNumber(number);
    byte[] out = new byte[elementBytes()];
    call(multiplyBase, out, number);
    return out;
  }

  @Override
  public byte[] inverse(byte[] number) {
    needNumber(number);
    byte[] out = new byte[number.length];
    call(invert, out, number);
    return out;
  }

  @Override
  public byte[] product(byte[] number, byte[] other) {
    needNumber(number);
    needNumber(other);
    byte[] out = new byte[number.length];
    run(multiplyNumbers, out, number, other);
    return out;
  }

  @Override
  public byte[] responding(byte[] random, byte[] challenge, byte[] key) {
    needNumber(random);
    needNumber(challenge);
    needNumber(key);
    byte[] product = new byte[key.length];
    run(multiplyNumbers, product, challenge, key);
    byte[] out = new byte[key.length];
    run(subtractNumbers, out, random, product);
    return out;
  }

  // The C code trusts lengths: no array reaches it unmeasured.
  private static void needNumber(byte[] number) {
    if (number.length != Scalar.BYTES) {
      throw new IllegalArgumentException("32 bytes are needed");
    }
  }

  @Override
  public byte[] combination(List<byte[]> numbers, List<byte[]> elements) throws NotAnElement {
    return plain.combination(numbers, elements);
  }

  @Override
  public byte[] generator() {
    return plain.generator();
  }

  @Override
  public boolean isNumber(byte[] bytes) {
    return plain.isNumber(bytes);
  }

  @Override
  public boolean isZero(byte[] number) {
    return plain.isZero(number);
  }

  private static int call(MethodHandle function, byte[] out, byte[] in) {
    try {
      return (int) function.invokeExact(MemorySegment.ofArray(out), MemorySegment.ofArray(in));
    } catch (Throwable broken) {
      throw new IllegalStateException("libsodium cannot be called", broken);
    }
  }

  private static int call(MethodHandle function, byte[] out, byte[] a, byte[] b) {
    try {
      return (int)
          function.invokeExact(
              MemorySegment.ofArray(out), MemorySegment.ofArray(a), MemorySegment.ofArray(b));
    } catch (Throwable broken) {
      throw new IllegalStateException("libsodium cannot be called", broken);
    }
  }

  private static void run(MethodHandle procedure, byte[] out, byte[] a, byte[] b) {
    try {
      procedure.invokeExact(
          MemorySegment.ofArray(out), MemorySegment.ofArray(a), MemorySegment.ofArray(b));
    } catch (Throwable broken) {
      throw new IllegalStateException("libsodium cannot be called", broken);
    }
  }
}
