package org.mingzhang.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests that only read the one portal of the whole run, as a parameter of their constructor.
 */
final class SharedPortal implements ParameterResolver {
  private record Held(RunningPortal portal) implements AutoCloseable {
    static Held start() {
      try {
        return new Held(new RunningPortal(Files.createTempDirectory("portal")));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() throws IOException {
      portal.close();
      try (Stream<Path> files = Files.walk(portal.folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == RunningPortal.class;
  }

  @Override
  public RunningPortal resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(Namespace.create(SharedPortal.class))
        .computeIfAbsent(Held.class, key -> Held.start(), Held.class)
        .portal();
  }
}
