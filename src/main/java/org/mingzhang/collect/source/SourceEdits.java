package org.mingzhang.collect.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Changes single sources of the file of sources and leaves all else of it as it is, comments too. A
 * change is made against the file as it was shown: where somebody has changed it since, it is
 * refused, and so is one after which the file would not be in order.
 */
public final class SourceEdits {
  private final Path file;

  /** Changes of a file, which need not be there yet. */
  public SourceEdits(Path file) {
    this.file = file;
  }

  /**
   * The file as it is.
   *
   * @param fingerprint what tells its content from others; of a file that is not there, too
   * @param contact whom sites can turn to, or empty
   * @param entries keys and values of each source as they are written, lists one to a line
   */
  public record Shown(String fingerprint, String contact, List<Map<String, String>> entries) {}

  /** What the file says. */
  public Shown shown() throws IOException {
    String text = text();
    List<Map<String, String>> entries = new ArrayList<>();
    SourceText parsed = SourceText.of(text);
    for (Node entry : parsed.entries()) {
      entries.add(fields(entry));
    }
    return new Shown(fingerprint(text), parsed.contact(), entries);
  }

  /**
   * Adds a source, or puts another in its place.
   *
   * @param name the source that is changed, null for a new one
   * @param fields keys and values; those that are blank are left out
   * @param fingerprint the file as it was shown
   * @throws SourceException if that cannot be done; says why
   */
  public void put(@Nullable String name, Map<String, String> fields, String fingerprint)
      throws IOException {
    SourceText text = current(fingerprint);
    List<String> lines = lines(fields);
    if (name == null) {
      write(text.adding(lines));
    } else {
      write(text.replacing(entry(text, name), lines));
    }
  }

  /**
   * Takes a source out. What it gave stays.
   *
   * @throws SourceException if that cannot be done; says why
   */
  public void remove(String name, String fingerprint) throws IOException {
    SourceText text = current(fingerprint);
    write(text.without(entry(text, name)));
  }

  /**
   * Sets whom sites can turn to.
   *
   * @throws SourceException if that cannot be done; says why
   */
  public void contact(String contact, String fingerprint) throws IOException {
    write(current(fingerprint).withContact(quoted(List.of(contact.strip()))));
  }

  private SourceText current(String fingerprint) throws IOException {
    String text = text();
    if (!fingerprint(text).equals(fingerprint)) {
      throw new SourceException("the file of sources was changed meanwhile; look at it again");
    }
    return SourceText.of(text);
  }

  private static Node entry(SourceText text, String name) throws IOException {
    for (Node entry : text.entries()) {
      if (name.equals(fields(entry).get("name"))) {
        return entry;
      }
    }
    throw new SourceException("there is no source " + name);
  }

  private String text() throws IOException {
    return Files.exists(file) ? Files.readString(file) : "";
  }

  /** In the order of all keys, each value as a string of JSON, which YAML reads, too. */
  private static List<String> lines(Map<String, String> fields) {
    List<String> lines = new ArrayList<>();
    for (SourceKey key : SourceKey.ALL) {
      List<String> values =
          fields
              .getOrDefault(key.name(), "")
              .lines()
              .map(String::strip)
              .filter(v -> !v.isEmpty())
              .toList();
      if (!values.isEmpty()) {
        lines.add(key.name() + ": " + (key.isList() ? list(values) : quoted(values)));
      }
    }
    return lines;
  }

  private static String list(List<String> values) {
    List<String> quoted = values.stream().map(value -> quoted(List.of(value))).toList();
    return "[" + String.join(", ", quoted) + "]";
  }

  private static String quoted(List<String> values) {
    String plain = String.join(" ", values).replaceAll("\\p{Cntrl}", " ");
    return '"' + plain.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static Map<String, String> fields(Node entry) {
    Map<String, String> fields = new LinkedHashMap<>();
    if (entry instanceof MappingNode mapping) {
      for (NodeTuple field : mapping.getValue()) {
        value(field.getKeyNode())
            .ifPresent(key -> fields.put(key, value(field.getValueNode()).orElse("")));
      }
    }
    return fields;
  }

  private static Optional<String> value(Node node) {
    if (node instanceof SequenceNode list) {
      List<String> values = list.getValue().stream().flatMap(v -> value(v).stream()).toList();
      return Optional.of(String.join("\n", values));
    }
    return node instanceof ScalarNode scalar ? Optional.of(scalar.getValue()) : Optional.empty();
  }

  /** Puts another content in the file's place, once that is known to be in order. */
  private void write(String text) throws IOException {
    Object unused = SourceFile.parse(String.valueOf(file.getFileName()), text);
    Path folder = file.toAbsolutePath().getParent();
    Path next = Files.createTempFile(folder, ".sources-", ".part");
    try {
      Files.writeString(next, text);
      Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(next);
    }
  }

  private static String fingerprint(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
