package org.mingzhang.collect.source;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Typed access to the values of one mapping of a YAML file. The value of an absent key is null,
 * empty or a default; an invalid value is a {@link SourceException} that names its line.
 */
final class YamlMapping {
  private static final Pattern DURATION = Pattern.compile("(\\d{1,6})\\s*(ms|s|m|h|d)");

  private final String file;
  private final Map<String, Node> entries = new LinkedHashMap<>();

  /**
   * Creates a mapping with keys from a list.
   *
   * @throws SourceException if the node is not a mapping, or if a key is unknown or repeated
   */
  YamlMapping(String file, Node node, List<String> keys) throws SourceException {
    this.file = file;
    if (!(node instanceof MappingNode mapping)) {
      throw createError(node, "keys with values are expected here: " + String.join(", ", keys));
    }
    for (NodeTuple entry : mapping.getValue()) {
      String key = entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
      if (!keys.contains(key)) {
        throw createError(
            entry.getKeyNode(),
            "there is no key " + key + "; there are " + String.join(", ", keys));
      }
      if (entries.put(key, entry.getValueNode()) != null) {
        throw createError(entry.getKeyNode(), "the key " + key + " is repeated");
      }
    }
  }

  private SourceException createError(Node node, String subject) {
    return new SourceException(
        file + ", line " + (node.getStartMark().getLine() + 1) + ": " + subject);
  }

  /** An exception about the value of a key. */
  SourceException createError(String key, String subject) {
    Node node = entries.get(key);
    return node == null
        ? new SourceException(file + ": " + key + ": " + subject)
        : createError(node, key + ": " + subject);
  }

  /** The value of a key; empty if the key is missing. */
  Optional<Node> findNode(String key) {
    return Optional.ofNullable(entries.get(key));
  }

  /** The stripped text of a key; null if the key is missing. */
  @Nullable String text(String key) throws SourceException {
    Node node = entries.get(key);
    if (node == null) {
      return null;
    }
    if (!(node instanceof ScalarNode scalar) || scalar.getValue().isBlank()) {
      throw createError(key, "one line of text is expected");
    }
    return scalar.getValue().strip();
  }

  String requireText(String key, Node parent) throws SourceException {
    String text = text(key);
    if (text == null) {
      throw createError(parent, "the key " + key + " is missing");
    }
    return text;
  }

  List<Node> list(String key) throws SourceException {
    Node node = entries.get(key);
    if (node == null) {
      return List.of();
    }
    if (!(node instanceof SequenceNode sequence)) {
      throw createError(key, "a list is expected");
    }
    return sequence.getValue();
  }

  List<String> strings(String key) throws SourceException {
    List<Node> nodes = list(key);
    for (Node node : nodes) {
      if (!(node instanceof ScalarNode)) {
        throw createError(node, key + ": a list of strings is expected");
      }
    }
    return nodes.stream().map(node -> ((ScalarNode) node).getValue().strip()).toList();
  }

  int number(String key, int minimum, int maximum, int defaultValue) throws SourceException {
    String text = text(key);
    if (text == null) {
      return defaultValue;
    }
    if (!text.matches("\\d{1,9}")
        || Integer.parseInt(text) < minimum
        || Integer.parseInt(text) > maximum) {
      throw createError(key, text + " is not a number from " + minimum + " to " + maximum);
    }
    return Integer.parseInt(text);
  }

  boolean booleanValue(String key, boolean defaultValue) throws SourceException {
    String text = text(key);
    if (text != null && !text.equals("true") && !text.equals("false")) {
      throw createError(key, text + " is neither true nor false");
    }
    return text == null ? defaultValue : text.equals("true");
  }

  Duration duration(String key, Duration minimum, Duration defaultValue) throws SourceException {
    String text = text(key);
    if (text == null) {
      return defaultValue;
    }
    Matcher m = DURATION.matcher(text);
    if (!m.matches()) {
      throw createError(key, text + " is not a duration such as 5s, 30m, 12h or 7d");
    }
    long n = Long.parseLong(m.group(1));
    Duration time =
        switch (m.group(2)) {
          case "ms" -> Duration.ofMillis(n);
          case "s" -> Duration.ofSeconds(n);
          case "m" -> Duration.ofMinutes(n);
          case "h" -> Duration.ofHours(n);
          default -> Duration.ofDays(n);
        };
    if (time.compareTo(minimum) < 0) {
      throw createError(key, text + " is shorter than " + minimum.toMillis() + "ms");
    }
    return time;
  }

  /** The regular expression of a key; null if the key is missing. */
  @Nullable Pattern pattern(String key) throws SourceException {
    String text = text(key);
    try {
      return text == null ? null : Pattern.compile(text);
    } catch (PatternSyntaxException e) {
      throw createError(key, "not a regular expression: " + e.getDescription());
    }
  }
}
