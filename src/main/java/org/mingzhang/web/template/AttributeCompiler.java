package org.mingzhang.web.template;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.mingzhang.web.template.AttributeParser.Named;
import org.mingzhang.web.template.Markup.Attribute;
import org.mingzhang.web.template.Markup.Tag;

/**
 * The attributes of a tag: those written as they are, those that expressions give where they stand,
 * then those that are added.
 */
final class AttributeCompiler {
  private static final Set<String> FLAGS =
      Set.of(
          "checked", "disabled", "hidden", "multiple", "open", "readonly", "required", "selected");

  /** Attributes that Thymeleaf writes even if they are empty. */
  private static final Set<String> KEPT = Set.of("action", "href", "name", "src", "type", "value");

  private final AttributeParser values;
  private final Tag tag;
  private final Map<String, Piece> pieces = new LinkedHashMap<>();

  AttributeCompiler(AttributeParser values, Tag tag) {
    this.values = values;
    this.tag = tag;
  }

  void addTo(TemplateCompiler.PieceList list) throws Unfit {
    for (Attribute attribute : tag.attributes()) {
      place(attribute);
    }
    String set = tag.value("th:attr");
    if (set != null) {
      for (Named each : values.assignments(set)) {
        pieces.put(each.name(), attribute(each.name(), each.values().getFirst()));
      }
    }
    append();
    pieces.values().forEach(list::add);
  }

  private void place(Attribute attribute) throws Unfit {
    String name = attribute.name();
    if (!attribute.active()) {
      if (!name.equals("xmlns:th")) {
        pieces.putIfAbsent(name, new Piece.Fixed(attribute.written()));
      }
      return;
    }
    if (TemplateCompiler.structure(name)
        || name.startsWith("th:attr")
        || attribute.value() == null) {
      return;
    }
    if (name.equals("th:classappend")) {
      return;
    }
    String bare = name.substring(3);
    Expression value = values.parse(attribute.value());
    pieces.put(bare, FLAGS.contains(bare) ? new Piece.Flag(bare, value) : attribute(bare, value));
  }

  private void append() throws Unfit {
    String more = tag.value("th:attrappend");
    if (more != null) {
      for (Named each : values.assignments(more)) {
        if (pieces.containsKey(each.name())) {
          throw new Unfit(more);
        }
        pieces.put(each.name(), attribute(each.name(), each.values().getFirst()));
      }
    }
    String style = tag.value("th:classappend");
    if (style != null) {
      if (tag.value("th:class") != null) {
        throw new Unfit(style);
      }
      pieces.put("class", new Piece.Classes(tag.value("class"), values.parse(style)));
    }
  }

  private static Piece attribute(String name, Expression value) {
    return value instanceof Expression.Fixed(Object fixed) && fixed instanceof String text
        ? new Piece.Fixed(
            text.isEmpty() && !KEPT.contains(name)
                ? ""
                : " " + name + "=\"" + TemplateCompiler.escaped(text) + "\"")
        : new Piece.Attribute(name, value, KEPT.contains(name));
  }
}
