package org.mingzhang.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The inputs kept for each target: what a fuzzer begins with, and what once made one fail. */
final class FuzzInputs {
  static final Path FOLDER = Path.of("src/test/resources/fuzz");

  private FuzzInputs() {}

  /** The files in a folder, none if there is no folder. */
  static List<Path> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  /** Their contents. */
  static List<byte[]> of(Path folder) throws IOException {
    List<byte[]> contents = new ArrayList<>();
    for (Path file : files(folder)) {
      contents.add(Files.readAllBytes(file));
    }
    return contents;
  }
}
