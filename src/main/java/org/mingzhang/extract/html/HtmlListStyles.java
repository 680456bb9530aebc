package org.mingzhang.extract.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jspecify.annotations.Nullable;

/**
 * The list styles that a page declares in its style elements and attributes (CSS Lists 3). Of
 * several rules for an element the last one applies; their specificity is not weighed. Style sheets
 * in other files are unknown. Immutable.
 */
final class HtmlListStyles {
  /** Maximum number of rules with a list style; further ones are ignored. */
  private static final int MAX_RULES = 40;

  /** Longest style sheet that is searched, in characters. */
  private static final int MAX_SHEET_LENGTH = 200_000;

  private static final Pattern DECLARATION =
      Pattern.compile("(?:^|[;\\s])list-style(-type)?\\s*:\\s*([^;]*)");

  /**
   * A selector without pseudo-classes and attributes, since rules for list items do not need them.
   */
  private static final Pattern SIMPLE_SELECTOR = Pattern.compile("[A-Za-z0-9_.#>*\\s-]{1,80}");

  /** Words of the shorthand that state no type. */
  private static final Set<String> NO_TYPE_WORDS =
      Set.of("inside", "outside", "inherit", "initial", "unset", "revert");

  /** A rule: the elements to which it applies, and the type that it declares. */
  private record Rule(Evaluator selector, String markerType) {}

  private final List<Rule> rules;

  private HtmlListStyles(List<Rule> rules) {
    this.rules = rules;
  }

  /** The list styles of a page; without rules if it is null. */
  static HtmlListStyles parse(@Nullable Document page) {
    List<Rule> rules = new ArrayList<>();
    if (page != null) {
      for (Element sheet : page.select("style")) {
        addRules(sheet.data(), rules);
      }
    }
    return new HtmlListStyles(rules);
  }

  private static void addRules(String sheet, List<Rule> rules) {
    if (sheet.length() > MAX_SHEET_LENGTH || !sheet.contains("list-style")) {
      return;
    }
    StringBuilder selectors = new StringBuilder();
    StringBuilder declarations = new StringBuilder();
    boolean inside = false;
    for (int i = 0; i < sheet.length(); i++) {
      char c = sheet.charAt(i);
      if (c == '/' && sheet.startsWith("/*", i)) {
        int end = sheet.indexOf("*/", i + 2);
        i = end < 0 ? sheet.length() : end + 1;
      } else if (c == '{') {
        // Inside a rule such as @media, the text before the inner brace holds the selectors.
        selectors = inside ? declarations : selectors;
        declarations = new StringBuilder();
        inside = true;
      } else if (c == '}') {
        addRule(selectors.toString(), declarations.toString(), rules);
        selectors = new StringBuilder();
        declarations = new StringBuilder();
        inside = false;
      } else {
        (inside ? declarations : selectors).append(c);
      }
    }
  }

  private static void addRule(String selectors, String declarations, List<Rule> rules) {
    String type = declaredMarkerType(declarations.toLowerCase(Locale.ROOT));
    if (type.isEmpty()) {
      return;
    }
    for (String selector : selectors.split(",", -1)) {
      String name = selector.strip();
      if (SIMPLE_SELECTOR.matcher(name).matches() && rules.size() < MAX_RULES) {
        addRuleOfSelector(name, type, rules);
      }
    }
  }

  private static void addRuleOfSelector(String selector, String type, List<Rule> rules) {
    try {
      rules.add(new Rule(QueryParser.parse(selector), type));
    } catch (IllegalArgumentException | IllegalStateException e) {
      // Not a valid selector; browsers ignore its rule as well.
    }
  }

  /**
   * The type of marker that an element's style attribute or a rule declares, in lower case, such as
   * {@code none} or {@code upper-roman}; empty if there is none.
   */
  String markerType(Element element) {
    String own = declaredMarkerType(element.attr("style").toLowerCase(Locale.ROOT));
    if (!own.isEmpty()) {
      return own;
    }
    String type = "";
    for (Rule rule : rules) {
      type = element.is(rule.selector()) ? rule.markerType() : type;
    }
    return type;
  }

  /** The type that declarations state last; empty if they state none. */
  private static String declaredMarkerType(String declarations) {
    String type = "";
    for (Matcher found = DECLARATION.matcher(declarations); found.find(); ) {
      String stated = markerTypeInValue(found.group(2).replace("!important", " "));
      type = stated.isEmpty() ? type : stated;
    }
    return type;
  }

  /**
   * The type among the words of a value. In the shorthand {@code none} may stand for the image
   * beside a type, so that the type takes precedence. Empty if no word states a type.
   */
  private static String markerTypeInValue(String value) {
    String type = "";
    for (String word : value.strip().split("\\s+", -1)) {
      boolean stated = !word.isEmpty() && !NO_TYPE_WORDS.contains(word) && word.indexOf('(') < 0;
      if (stated && (type.isEmpty() || !word.equals("none"))) {
        type = word;
      }
    }
    return type;
  }
}
