package org.mingzhang.collect.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingzhang.text.Sha256;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Edits single sources in the file of sources and preserves the rest of the file, comments
 * included. An edit is rejected if the file has changed since it was read (optimistic locking by
 * fingerprint), or if the result would be invalid.
 */
public final class SourceFileEditor {
  private final Path file;

  /** Creates an editor of a file, which need not exist yet. */
  public SourceFileEditor(Path file) {
    this.file = file;
  }

  /**
   * The file of sources as read, with a fingerprint that detects concurrent edits.
   *
   * @param fingerprint hash of the content, to be passed to edits
   * @param contact mail or web address of the operator, or empty
   * @param entries keys and values of each source as written; the elements of a list are lines
   */
  public record SourceFileContent(
      String fingerprint, String contact, List<Map<String, String>> entries) {}

  /**
   * Reads the file; one that does not exist is like an empty one.
   *
   * @throws SourceException if it is not valid YAML
   */
  public SourceFileContent read() throws IOException {
    String text = readText();
    List<Map<String, String>> entries = new ArrayList<>();
    SourceFileText parsed = SourceFileText.parse(text);
    for (Node entry : parsed.entries()) {
      entries.add(readFields(entry));
    }
    return new SourceFileContent(Sha256.hash(text), parsed.contact(), entries);
  }

  /**
   * Adds or replaces a source. All keys of a replaced source that are not among the fields, and the
   * comments within it, are removed.
   *
   * @param name name of the source to replace, or null to add one
   * @param fields keys and values; blank values are left out
   * @param fingerprint fingerprint of the content that was read
   * @throws SourceException if the edit is rejected
   */
  public void put(@Nullable String name, Map<String, String> fields, String fingerprint)
      throws IOException {
    SourceFileText text = readIfUnchanged(fingerprint);
    List<String> lines = formatLines(fields);
    if (name == null) {
      write(text.withAdded(lines));
    } else {
      write(text.withReplaced(findEntry(text, name), lines));
    }
  }

  /**
   * Removes a source. Its documents remain in the archive.
   *
   * @throws SourceException if the edit is rejected
   */
  public void remove(String name, String fingerprint) throws IOException {
    SourceFileText text = readIfUnchanged(fingerprint);
    write(text.withoutEntry(findEntry(text, name)));
  }

  /**
   * Sets the contact address.
   *
   * @throws SourceException if the edit is rejected
   */
  public void setContact(String contact, String fingerprint) throws IOException {
    write(readIfUnchanged(fingerprint).withContact(joinAndQuote(List.of(contact.strip()))));
  }

  private SourceFileText readIfUnchanged(String fingerprint) throws IOException {
    String text = readText();
    if (!Sha256.hash(text).equals(fingerprint)) {
      throw new SourceException("the file of sources has been changed meanwhile; read it again");
    }
    return SourceFileText.parse(text);
  }

  private static Node findEntry(SourceFileText text, String name) throws IOException {
    for (Node entry : text.entries()) {
      if (name.equals(readFields(entry).get("name"))) {
        return entry;
      }
    }
    throw new SourceException("there is no source " + name);
  }

  private String readText() throws IOException {
    return Files.exists(file) ? Files.readString(file) : "";
  }

  /**
   * Formats an entry with its keys in standard order; values are JSON strings, which are valid
   * YAML.
   */
  private static List<String> formatLines(Map<String, String> fields) {
    List<String> lines = new ArrayList<>();
    for (SourceSetting setting : SourceSetting.ALL) {
      List<String> values =
          fields
              .getOrDefault(setting.name(), "")
              .lines()
              .map(String::strip)
              .filter(v -> !v.isEmpty())
              .toList();
      if (!values.isEmpty()) {
        String value = setting.isList() ? formatList(values) : joinAndQuote(values);
        lines.add(setting.name() + ": " + value);
      }
    }
    return lines;
  }

  private static String formatList(List<String> values) {
    List<String> quoted = values.stream().map(value -> joinAndQuote(List.of(value))).toList();
    return "[" + String.join(", ", quoted) + "]";
  }

  private static String joinAndQuote(List<String> values) {
    String plain = String.join(" ", values).replaceAll("\\p{Cntrl}", " ");
    return '"' + plain.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static Map<String, String> readFields(Node entry) {
    Map<String, String> fields = new LinkedHashMap<>();
    if (entry instanceof MappingNode mapping) {
      for (NodeTuple field : mapping.getValue()) {
        readValue(field.getKeyNode())
            .ifPresent(key -> fields.put(key, readValue(field.getValueNode()).orElse("")));
      }
    }
    return fields;
  }

  private static Optional<String> readValue(Node node) {
    if (node instanceof SequenceNode list) {
      List<String> values = list.getValue().stream().flatMap(v -> readValue(v).stream()).toList();
      return Optional.of(String.join("\n", values));
    }
    return node instanceof ScalarNode scalar ? Optional.of(scalar.getValue()) : Optional.empty();
  }

  /** Replaces the file atomically after checking the new content. */
  private void write(String text) throws IOException {
    Object unused = CrawlSourceParser.parse(String.valueOf(file.getFileName()), text);
    Path folder = file.toAbsolutePath().getParent();
    Path next = Files.createTempFile(folder, ".sources-", ".part");
    try {
      Files.writeString(next, text);
      Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(next);
    }
  }
}
