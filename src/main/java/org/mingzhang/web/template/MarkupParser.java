package org.mingzhang.web.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.web.template.Markup.Attribute;
import org.mingzhang.web.template.Markup.Closing;

/** Reads a template, in which every element that is not void is closed, into a tree. */
final class MarkupParser {
  private static final Set<String> VOID =
      Set.of("br", "col", "hr", "img", "input", "link", "meta", "source", "wbr");
  private static final Pattern NAME = Pattern.compile("[A-Za-z][\\w:.-]*");
  private static final Pattern ATTRIBUTE =
      Pattern.compile("(\\s+)([A-Za-z][\\w:.-]*)(?:=\"([^\"]*)\")?");

  private final String text;
  private int at;

  private MarkupParser(String text) {
    this.text = text;
  }

  /** Reads a whole template. */
  static List<Markup> parse(String text) throws Unfit {
    MarkupParser parser = new MarkupParser(text);
    List<Markup> all = parser.children();
    if (parser.at < text.length()) {
      throw parser.unfit();
    }
    return all;
  }

  private Unfit unfit() {
    return new Unfit(text.substring(at, Math.min(text.length(), at + 40)));
  }

  /** Everything up to the next closing tag. */
  private List<Markup> children() throws Unfit {
    List<Markup> children = new ArrayList<>();
    while (at < text.length() && !text.startsWith("</", at)) {
      boolean tag = text.charAt(at) == '<' && !text.startsWith("<!", at);
      children.add(tag ? tag() : text());
    }
    return children;
  }

  private Markup.Text text() throws Unfit {
    int from = at;
    if (text.startsWith("<!", at)) {
      at = end(text.startsWith("<!--", at) ? "-->" : ">");
    } else {
      int next = text.indexOf('<', at);
      at = next < 0 ? text.length() : next;
    }
    String piece = text.substring(from, at);
    if (piece.contains("[[") || piece.contains("[(") || piece.startsWith("<!--/*")) {
      throw unfit();
    }
    return new Markup.Text(piece);
  }

  private int end(String mark) throws Unfit {
    int found = text.indexOf(mark, at);
    if (found < 0) {
      throw unfit();
    }
    return found + mark.length();
  }

  private Markup.Tag tag() throws Unfit {
    at++;
    String name = match(NAME).group();
    List<Attribute> attributes = new ArrayList<>();
    while (Character.isWhitespace(text.charAt(at))) {
      Matcher attribute = match(ATTRIBUTE);
      String value = attribute.group(3);
      attributes.add(
          new Attribute(
              attribute.group(2), value == null ? null : resolved(value), attribute.group()));
    }
    if (text.startsWith("/>", at)) {
      at += 2;
      return new Markup.Tag(name, attributes, Closing.SLASH, List.of());
    }
    at = end(">");
    if (VOID.contains(name)) {
      return new Markup.Tag(name, attributes, Closing.NONE, List.of());
    }
    List<Markup> children = children();
    if (!text.startsWith("</" + name + ">", at)) {
      throw unfit();
    }
    at += name.length() + 3;
    return new Markup.Tag(name, attributes, Closing.TAG, children);
  }

  private Matcher match(Pattern pattern) throws Unfit {
    Matcher matcher = pattern.matcher(text).region(at, text.length());
    if (!matcher.lookingAt()) {
      throw unfit();
    }
    at = matcher.end();
    return matcher;
  }

  /** The value with its character references resolved. */
  private static String resolved(String value) throws Unfit {
    String plain =
        value
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&quot;", "\"")
            .replace("&#39;", "'");
    if (plain.replace("&amp;", "").matches("(?s).*&[#\\w]+;.*")) {
      throw new Unfit(value);
    }
    return plain.replace("&amp;", "&");
  }
}
