package org.mingzhang.web.template;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mingzhang.web.template.AttributeParser.Named;
import org.mingzhang.web.template.Markup.Attribute;
import org.mingzhang.web.template.Markup.Closing;
import org.mingzhang.web.template.Markup.Tag;

/**
 * Makes pieces of the markup of one template. What Thymeleaf's standard dialect does at a tag
 * happens in its order: fragments, loops, conditions, variables, attributes, text.
 */
final class TemplateCompiler {
  /** What is done around an element and in it, rather than to one of its attributes. */
  private static final Set<String> STRUCTURE =
      Set.of(
          "th:each",
          "th:if",
          "th:unless",
          "th:switch",
          "th:case",
          "th:with",
          "th:insert",
          "th:replace",
          "th:fragment",
          "th:text",
          "th:utext");

  private static final Set<String> UNKNOWN =
      Set.of(
          "th:object",
          "th:field",
          "th:inline",
          "th:include",
          "th:assert",
          "th:remove",
          "th:styleappend",
          "th:attrprepend",
          "th:classprepend",
          "th:alt-title",
          "th:lang-xmllang",
          "th:ref",
          "th:substituteby");

  /** Elements between which Thymeleaf repeats the white space that stands before the first. */
  private static final Set<String> SPACED =
      Set.of(
          "address",
          "article",
          "aside",
          "audio",
          "blockquote",
          "canvas",
          "dd",
          "div",
          "dl",
          "dt",
          "fieldset",
          "figcaption",
          "figure",
          "footer",
          "form",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "header",
          "hgroup",
          "hr",
          "li",
          "main",
          "nav",
          "noscript",
          "ol",
          "option",
          "output",
          "p",
          "pre",
          "section",
          "table",
          "tbody",
          "td",
          "tfoot",
          "th",
          "tr",
          "ul",
          "video");

  /** Finds fragments. */
  interface Library {
    /** A fragment of a template by its name or, lacking that, the name of its element. */
    Supplier<Piece.Fragment> fragment(String template, String name);
  }

  private final String template;
  private final AttributeParser values;
  private final Library library;

  TemplateCompiler(String template, AttributeParser values, Library library) {
    this.template = template;
    this.values = values;
    this.library = library;
  }

  /** Several pieces of markup. */
  Piece all(List<Markup> markup) throws Unfit {
    PieceList pieces = new PieceList();
    @Nullable Markup before = null;
    for (Markup each : markup) {
      switch (each) {
        case Markup.Text text -> pieces.add(text.text());
        case Tag tag -> pieces.add(tag(tag, before));
      }
      before = each;
    }
    return pieces.whole();
  }

  private Piece tag(Tag tag, @Nullable Markup before) throws Unfit {
    String each = tag.value("th:each");
    if (each == null) {
      return once(tag);
    }
    if (tag.value("th:insert") != null) {
      throw new Unfit(each);
    }
    int colon = each.indexOf(':');
    String names = each.substring(0, colon);
    int comma = names.indexOf(',');
    String variable = (comma < 0 ? names : names.substring(0, comma)).strip();
    return new Piece.Loop(
        variable,
        comma < 0 ? variable + "Stat" : names.substring(comma + 1).strip(),
        values.parse(each.substring(colon + 1)),
        between(tag, before),
        once(tag));
  }

  private static String between(Tag tag, @Nullable Markup before) {
    return before instanceof Markup.Text text && text.blank() && SPACED.contains(tag.name())
        ? text.text()
        : "";
  }

  /** A tag without its loop. */
  Piece once(Tag tag) throws Unfit {
    Piece piece = tag.value("th:replace") == null ? element(tag) : replaced(tag);
    String with = tag.value("th:with");
    if (with != null) {
      List<Named> variables = values.assignments(with);
      for (Named variable : variables.reversed()) {
        piece = new Piece.Local(variable.name(), variable.values().getFirst(), piece);
      }
    }
    piece = conditional(tag, "th:unless", false, piece);
    piece = conditional(tag, "th:if", true, piece);
    String option = tag.value("th:case");
    if (option != null) {
      piece = new Piece.Case(values.parse(option), piece);
    }
    String choice = tag.value("th:switch");
    return choice == null ? piece : new Piece.Local(Piece.SWITCH, values.parse(choice), piece);
  }

  private Piece conditional(Tag tag, String name, boolean wanted, Piece piece) throws Unfit {
    String condition = tag.value(name);
    return condition == null ? piece : new Piece.Condition(values.parse(condition), wanted, piece);
  }

  private Piece replaced(Tag tag) throws Unfit {
    for (Attribute attribute : tag.attributes()) {
      if (STRUCTURE.contains(attribute.name()) && !attribute.name().equals("th:replace")) {
        throw new Unfit(attribute.written());
      }
    }
    return fragment(tag.value("th:replace"));
  }

  private Piece fragment(@Nullable String reference) throws Unfit {
    if (reference == null) {
      throw new Unfit("no fragment");
    }
    if (reference.startsWith("${")) {
      return new Piece.Content(values.parse(reference));
    }
    String[] parts = parts(reference);
    if (parts[1].contains("~{")) {
      return around(parts);
    }
    Named call = values.call(parts[1]);
    return new Piece.Call(library.fragment(parts[0], call.name()), call.values());
  }

  /** A fragment that is given another: {@code ~{layout :: page(~{::main})}}. */
  private Piece around(String[] parts) throws Unfit {
    int open = parts[1].indexOf('(');
    String[] inner = parts(parts[1].substring(open + 1, parts[1].length() - 1));
    Supplier<Piece.Fragment> content = library.fragment(inner[0], inner[1]);
    return new Piece.Call(
        library.fragment(parts[0], parts[1].substring(0, open)),
        List.of(new Expression.Fixed(content.get())));
  }

  /** Template and fragment of a reference. */
  private String[] parts(String reference) throws Unfit {
    int colons = reference.indexOf("::");
    if (!reference.startsWith("~{") || !reference.endsWith("}") || colons < 0) {
      throw new Unfit(reference);
    }
    String named = reference.substring(2, colons).strip();
    return new String[] {
      named.isEmpty() ? template : named,
      reference.substring(colons + 2, reference.length() - 1).strip()
    };
  }

  private Piece element(Tag tag) throws Unfit {
    PieceList pieces = new PieceList();
    boolean block = tag.name().equals("th:block");
    if (!block) {
      pieces.add("<" + tag.name());
      new AttributeCompiler(values, tag).addTo(pieces);
      pieces.add(tag.closing() == Closing.SLASH ? "/>" : ">");
    }
    unknown(tag);
    pieces.add(body(tag));
    if (!block && tag.closing() == Closing.TAG) {
      pieces.add("</" + tag.name() + ">");
    }
    return pieces.whole();
  }

  private static void unknown(Tag tag) throws Unfit {
    boolean empty = tag.closing() != Closing.TAG;
    for (Attribute attribute : tag.attributes()) {
      boolean filled =
          empty && Arrays.asList("th:text", "th:utext", "th:insert").contains(attribute.name());
      if (UNKNOWN.contains(attribute.name()) || filled) {
        throw new Unfit(attribute.written());
      }
    }
  }

  private Piece body(Tag tag) throws Unfit {
    String text = tag.value("th:text");
    String raw = tag.value("th:utext");
    String insert = tag.value("th:insert");
    if (text != null) {
      Expression value = values.parse(text);
      return value instanceof Expression.Fixed(Object fixed) && fixed instanceof String words
          ? new Piece.Fixed(escaped(words))
          : new Piece.Text(value);
    }
    if (raw != null) {
      return new Piece.Raw(values.parse(raw));
    }
    return insert == null ? all(tag.children()) : fragment(insert);
  }

  /** Text as it stands in markup. */
  static String escaped(String text) {
    Page page = new Page(text.length() + 16);
    page.text(text);
    return page.toString();
  }

  /** Whether an attribute is compiled with the element rather than with its tag. */
  static boolean structure(String attribute) {
    return STRUCTURE.contains(attribute);
  }

  /** Pieces one after the other, of which neighbours that are fixed become one. */
  static final class PieceList {
    private final List<Piece> pieces = new ArrayList<>();
    private final StringBuilder fixed = new StringBuilder();

    void add(String markup) {
      fixed.append(markup);
    }

    void add(Piece piece) {
      switch (piece) {
        case Piece.Fixed same -> fixed.append(same.markup());
        case Piece.Sequence several -> several.pieces().forEach(this::add);
        default -> {
          flush();
          pieces.add(piece);
        }
      }
    }

    private void flush() {
      if (!fixed.isEmpty()) {
        pieces.add(new Piece.Fixed(fixed.toString()));
        fixed.setLength(0);
      }
    }

    Piece whole() {
      flush();
      return pieces.size() == 1 ? pieces.getFirst() : new Piece.Sequence(List.copyOf(pieces));
    }
  }
}
