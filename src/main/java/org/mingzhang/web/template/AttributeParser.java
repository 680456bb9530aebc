package org.mingzhang.web.template;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Reads the values of {@code th:} attributes: {@code ${…}}, {@code #{key(…)}}, {@code 'text'} and
 * their combinations by {@code ?:} and {@code ? :}.
 */
final class AttributeParser {
  private final Function<String, String> words;

  /** Reads messages of one language. */
  AttributeParser(Function<String, String> words) {
    this.words = words;
  }

  /**
   * Something with a name: {@code name=value} or {@code name(value,…)}.
   *
   * @param name the name
   * @param values the values
   */
  record Named(String name, List<Expression> values) {}

  /** A whole value. */
  Expression parse(String text) throws Unfit {
    Cursor cursor = new Cursor(text.strip());
    Expression value = value(cursor);
    if (cursor.take("?:")) {
      value = new Operation.Default(value, value(cursor));
    } else if (cursor.take("?")) {
      Expression yes = value(cursor);
      Expression no = cursor.take(":") ? value(cursor) : new Expression.Fixed(null);
      value = new Operation.Choice(value, yes, no);
    }
    cursor.end();
    return value;
  }

  /** {@code name=value,name=value}. */
  List<Named> assignments(String text) throws Unfit {
    List<Named> all = new ArrayList<>();
    for (String part : split(text)) {
      int equals = part.indexOf('=');
      if (equals < 1) {
        throw new Unfit(text);
      }
      all.add(
          new Named(part.substring(0, equals).strip(), List.of(parse(part.substring(equals + 1)))));
    }
    return all;
  }

  /** {@code name} or {@code name(value,…)}. */
  Named call(String text) throws Unfit {
    int open = text.indexOf('(');
    if (open < 0) {
      return new Named(text.strip(), List.of());
    }
    if (!text.endsWith(")")) {
      throw new Unfit(text);
    }
    List<Expression> values = new ArrayList<>();
    for (String part : split(text.substring(open + 1, text.length() - 1))) {
      values.add(parse(part));
    }
    return new Named(text.substring(0, open).strip(), values);
  }

  private Expression value(Cursor cursor) throws Unfit {
    if (cursor.take("${")) {
      return new ExpressionParser(cursor.upTo('}')).whole();
    }
    if (cursor.take("#{")) {
      return message(call(cursor.upTo('}')));
    }
    if (cursor.take("'")) {
      return new Expression.Fixed(cursor.upTo('\''));
    }
    return switch (cursor.rest()) {
      case "true" -> new Expression.Fixed(true);
      case "false" -> new Expression.Fixed(false);
      case String digits when digits.matches("\\d{1,9}") ->
          new Expression.Fixed(Integer.valueOf(digits));
      case String other -> throw new Unfit(other);
    };
  }

  private Expression message(Named message) throws Unfit {
    for (char c : message.name().toCharArray()) {
      if (".-_".indexOf(c) < 0 && !Character.isLetterOrDigit(c)) {
        throw new Unfit(message.name());
      }
    }
    String text = words.apply(message.name());
    return message.values().isEmpty()
        ? new Expression.Fixed(text)
        : new Operation.Filled(text, message.values());
  }

  /** Parts between commas that stand in no brackets and no quotation. */
  private static List<String> split(String text) throws Unfit {
    List<String> parts = new ArrayList<>();
    int from = 0;
    int depth = 0;
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      quoted ^= c == '\'';
      if (!quoted) {
        depth += "({[".indexOf(c) >= 0 ? 1 : ")}]".indexOf(c) >= 0 ? -1 : 0;
      }
      if (c == ',' && depth == 0 && !quoted) {
        parts.add(text.substring(from, i));
        from = i + 1;
      }
    }
    if (depth != 0 || quoted) {
      throw new Unfit(text);
    }
    parts.add(text.substring(from));
    return parts;
  }

  private static final class Cursor {
    private final String text;
    private int at;

    Cursor(String text) {
      this.text = text;
    }

    private void space() {
      while (at < text.length() && text.charAt(at) == ' ') {
        at++;
      }
    }

    boolean take(String sign) {
      space();
      boolean there = text.startsWith(sign, at);
      at += there ? sign.length() : 0;
      return there;
    }

    /** All that is left. */
    String rest() {
      String rest = text.substring(at).strip();
      at = text.length();
      return rest;
    }

    /** Text up to the bracket or quotation mark that closes what was opened before. */
    String upTo(char close) throws Unfit {
      int from = at;
      int depth = 0;
      boolean quoted = close == '\'';
      for (; at < text.length(); at++) {
        char c = text.charAt(at);
        if (c == close && depth == 0 && (close == '\'' || !quoted)) {
          return text.substring(from, at++);
        }
        quoted ^= c == '\'';
        depth += quoted ? 0 : c == '{' ? 1 : c == '}' ? -1 : 0;
      }
      throw new Unfit(text);
    }

    void end() throws Unfit {
      space();
      if (at < text.length()) {
        throw new Unfit(text);
      }
    }
  }
}
