package org.mingzhang.collect.source;

import java.io.StringReader;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.CollectionNode;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * The text of a file of sources with the positions of its entries, for edits that preserve the
 * rest.
 */
final class SourceFileText {
  private static final String SOURCES_KEY = "sources";
  private static final String CONTACT_KEY = "contact";

  private final String text;
  private final @Nullable SequenceNode sources;
  private final @Nullable ScalarNode contact;

  private SourceFileText(
      String text, @Nullable SequenceNode sources, @Nullable ScalarNode contact) {
    this.text = text;
    this.sources = sources;
    this.contact = contact;
  }

  /**
   * Parses a text, which may be empty.
   *
   * @throws SourceException if the text is not valid YAML
   */
  static SourceFileText parse(String text) throws SourceException {
    try {
      Node root =
          new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(text));
      return new SourceFileText(
          text,
          findValue(root, SOURCES_KEY) instanceof SequenceNode list ? list : null,
          findValue(root, CONTACT_KEY) instanceof ScalarNode scalar ? scalar : null);
    } catch (YAMLException e) {
      throw new SourceException("the file of sources is not valid YAML: " + e.getMessage());
    }
  }

  private static @Nullable Node findValue(@Nullable Node root, String name) {
    if (root instanceof MappingNode mapping) {
      for (NodeTuple entry : mapping.getValue()) {
        if (entry.getKeyNode() instanceof ScalarNode key && key.getValue().equals(name)) {
          return entry.getValueNode();
        }
      }
    }
    return null;
  }

  /** The contact address, or empty. */
  String contact() {
    return contact == null ? "" : contact.getValue();
  }

  /** The text with another contact address, given as YAML. */
  String withContact(String value) {
    return contact == null
        ? CONTACT_KEY + ": " + value + "\n" + text
        : text.substring(0, startOffset(contact)) + value + text.substring(endOffset(contact));
  }

  /** The sources, in the order of the file; empty if it lists none. */
  List<Node> entries() {
    return sources == null ? List.of() : sources.getValue();
  }

  private int offset(int codePoint) {
    return text.offsetByCodePoints(0, codePoint);
  }

  private int startOffset(Node node) {
    return offset(node.getStartMark().getIndex());
  }

  /**
   * Offset after the last value of a node. The parser's end mark of a block cannot be used, since
   * it is after the comments that follow.
   */
  private int endOffset(Node node) {
    if (node instanceof CollectionNode<?> collection
        && collection.getFlowStyle() == FlowStyle.BLOCK
        && !collection.getValue().isEmpty()) {
      Object last = collection.getValue().getLast();
      return endOffset(last instanceof NodeTuple entry ? entry.getValueNode() : (Node) last);
    }
    int end = offset(node.getEndMark().getIndex());
    while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  private static boolean isBlock(Node node) {
    return node instanceof CollectionNode<?> collection
        && collection.getFlowStyle() == FlowStyle.BLOCK;
  }

  private static String indent(List<String> lines, int column) {
    return String.join("\n" + " ".repeat(column), lines);
  }

  /**
   * The text with an entry replaced.
   *
   * @throws SourceException if the sources are in flow style
   */
  String withReplaced(Node entry, List<String> lines) throws SourceException {
    requireBlockStyle(entry);
    return text.substring(0, startOffset(entry))
        + indent(lines, entry.getStartMark().getColumn())
        + text.substring(endOffset(entry));
  }

  /**
   * The text without an entry.
   *
   * @throws SourceException if the sources are in flow style
   */
  String withoutEntry(Node entry) throws SourceException {
    requireBlockStyle(entry);
    int dash = text.lastIndexOf('-', startOffset(entry) - 1);
    int line = text.lastIndexOf('\n', dash) + 1;
    if (entries().size() == 1) {
      return text.substring(0, dash) + "[]" + text.substring(endOffset(entry));
    }
    int end = endOffset(entry);
    int next = text.indexOf('\n', end);
    return text.substring(0, line) + (next < 0 ? "" : text.substring(next + 1));
  }

  private void requireBlockStyle(Node entry) throws SourceException {
    if (sources == null || !isBlock(sources) || !isBlock(entry)) {
      throw new SourceException(
          "the sources are written in brackets (flow style); edit the file by hand, or write them"
              + " as a block");
    }
  }

  /**
   * The text with an entry appended to the list.
   *
   * @throws SourceException if the sources are in flow style
   */
  String withAdded(List<String> lines) throws SourceException {
    String entry = "\n  - " + indent(lines, 4);
    if (sources == null) {
      String before = text.isEmpty() || text.endsWith("\n") ? text : text + "\n";
      return before + SOURCES_KEY + ":" + entry + "\n";
    }
    if (entries().isEmpty()) {
      int start = startOffset(sources);
      int line = text.substring(0, start).stripTrailing().length();
      return text.substring(0, line) + entry + text.substring(endOffset(sources));
    }
    Node last = entries().getLast();
    requireBlockStyle(last);
    int column = last.getStartMark().getColumn();
    int dash = text.lastIndexOf('-', startOffset(last) - 1);
    int indent = dash - (text.lastIndexOf('\n', dash) + 1);
    String dashed =
        "\n" + " ".repeat(indent) + "-" + " ".repeat(column - indent - 1) + indent(lines, column);
    return text.substring(0, endOffset(last)) + dashed + text.substring(endOffset(last));
  }
}
