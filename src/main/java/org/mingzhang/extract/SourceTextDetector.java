package org.mingzhang.extract;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells data and programs, which are text but no documents, from plain text: JSON by its first
 * characters, a program by the extension of its name or by its first line.
 */
final class SourceTextDetector {
  static final String JSON = "application/json";
  static final String PROGRAM = "text/x-source-code";

  private static final int HEAD_BYTES = 4096;

  /** The beginning of an object, or of an array of objects, arrays or texts. */
  private static final Pattern JSON_START =
      Pattern.compile(
          "\\A\\uFEFF?\\s*(?:(?:\\[\\s*){0,3}\\{\\s*\"[^\"\\n]{0,300}\"\\s*:|(?:\\[\\s*){1,3}\"[^\"\\n]{0,300}\"\\s*[,\\]])");

  private static final Set<String> PROGRAM_EXTENSIONS =
      Set.of(
          "json",
          "jsonl",
          "ndjson",
          "geojson",
          "py",
          "ipynb",
          "sh",
          "bash",
          "zsh",
          "bat",
          "ps1",
          "js",
          "mjs",
          "ts",
          "css",
          "java",
          "kt",
          "c",
          "h",
          "cc",
          "cpp",
          "cs",
          "go",
          "rs",
          "rb",
          "php",
          "pl",
          "lua",
          "r",
          "sql",
          "yaml",
          "yml",
          "toml",
          "properties");

  private SourceTextDetector() {}

  /**
   * The media type of a text file that is data or a program; an empty string for any other text.
   *
   * @param name name of the file; only its extension counts
   * @throws IOException if the file cannot be read
   */
  static String detect(Path file, String name) throws IOException {
    String head = readHead(file);
    if (JSON_START.matcher(head).find()) {
      return JSON;
    }
    String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    boolean program =
        head.startsWith("#!") || (name.contains(".") && PROGRAM_EXTENSIONS.contains(extension));
    return program ? PROGRAM : "";
  }

  private static String readHead(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(HEAD_BYTES), StandardCharsets.UTF_8);
    }
  }
}
