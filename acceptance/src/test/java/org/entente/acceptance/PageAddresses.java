package org.entente.acceptance;

import java.io.IOException;
import java.lang.classfile.Annotation;
import java.lang.classfile.AnnotationElement;
import java.lang.classfile.AnnotationValue;
import java.lang.classfile.AttributedElement;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * The addresses under which the node shows pages, read from its program: every mapping of GET in a
 * controller of pages. A new page is therefore known here without being named.
 */
final class PageAddresses {
  private static final String WEB = "org/entente/node/web/";
  private static final String CONTROLLER = "Lorg/springframework/stereotype/Controller;";
  private static final String GET = "Lorg/springframework/web/bind/annotation/GetMapping;";
  private static final String BEGIN = "Lorg/springframework/web/bind/annotation/RequestMapping;";

  private final SortedSet<String> patterns = new TreeSet<>();

  /** Those of the node that is started in tests. */
  static PageAddresses ofNode() throws IOException {
    Path jar = Path.of(System.getProperty("entente.node.app")).resolve("node.jar");
    PageAddresses addresses = new PageAddresses();
    try (JarFile node = new JarFile(jar.toFile())) {
      for (JarEntry entry : Collections.list(node.entries())) {
        if (entry.getName().startsWith(WEB) && entry.getName().endsWith(".class")) {
          addresses.take(ClassFile.of().parse(node.getInputStream(entry).readAllBytes()));
        }
      }
    }
    return addresses;
  }

  private void take(ClassModel type) {
    if (annotations(type).noneMatch(a -> a.className().stringValue().equals(CONTROLLER))) {
      return;
    }
    String begin = addresses(type, BEGIN).findFirst().orElse("");
    type.methods().stream()
        .filter(
            method -> annotations(method).anyMatch(a -> a.className().stringValue().equals(GET)))
        .forEach(method -> {
          List<String> own = addresses(method, GET).toList();
          (own.isEmpty() ? List.of("") : own).forEach(end -> patterns.add(begin + end));
        });
  }

  private static Stream<Annotation> annotations(AttributedElement of) {
    return of.findAttribute(Attributes.runtimeVisibleAnnotations()).stream()
        .flatMap(attribute -> attribute.annotations().stream());
  }

  private static Stream<String> addresses(AttributedElement of, String kind) {
    return annotations(of)
        .filter(annotation -> annotation.className().stringValue().equals(kind))
        .flatMap(annotation -> annotation.elements().stream())
        .filter(element -> List.of("value", "path").contains(element.name().stringValue()))
        .map(AnnotationElement::value)
        .flatMap(PageAddresses::texts);
  }

  private static Stream<String> texts(AnnotationValue value) {
    return switch (value) {
      case AnnotationValue.OfArray several ->
          several.values().stream().flatMap(PageAddresses::texts);
      case AnnotationValue.OfString one -> Stream.of(one.stringValue());
      default -> Stream.empty();
    };
  }

  SortedSet<String> patterns() {
    return patterns;
  }

  /** Under which of them a path is answered: the one with the fewest variable parts. */
  Optional<String> of(String path) {
    return patterns.stream()
        .filter(pattern -> fits(pattern.split("/", -1), path.split("/", -1)))
        .min(Comparator.comparingLong(pattern -> pattern.chars().filter(c -> c == '{').count()));
  }

  private static boolean fits(String[] pattern, String[] path) {
    boolean fits = pattern.length == path.length;
    for (int part = 0; fits && part < path.length; part++) {
      fits =
          pattern[part].startsWith("{") ? !path[part].isEmpty() : pattern[part].equals(path[part]);
    }
    return fits;
  }
}
