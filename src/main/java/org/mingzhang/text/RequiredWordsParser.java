package org.mingzhang.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Derives from a pattern the words that occur in each text in which it matches: for 年初(?:预算|计划)数
 * these are 年初, one of 预算 and 计划, and 数. The idea is that of prefilters in RE2 and of the trigram
 * queries of Code Search (Russ Cox, "Regular Expression Matching with a Trigram Index", 2012).
 *
 * <p>Trap: a part of the pattern with syntax unknown to this class requires no words, so the result
 * may require too little but never too much. Used by one thread for one pattern.
 */
final class RequiredWordsParser {
  /** Maximum number of words of a set; searching for more takes longer than trying the pattern. */
  private static final int MAX_WORDS = 24;

  private static final int MAX_CLASS_SIZE = 8;
  private static final int UNKNOWN_FLAGS =
      Pattern.CASE_INSENSITIVE | Pattern.COMMENTS | Pattern.LITERAL | Pattern.CANON_EQ;

  /** Quotations and flags within a pattern, after which its signs have another meaning. */
  private static final Pattern UNKNOWN_SYNTAX = Pattern.compile("\\\\Q|\\(\\?[a-zA-Z-]");

  /** The most selective first: the longest words are the rarest, then the smallest set. */
  private static final Comparator<Set<String>> SELECTIVITY =
      Comparator.<Set<String>>comparingInt(
              words -> -words.stream().mapToInt(String::length).min().orElse(0))
          .thenComparingInt(Set::size);

  private final String regex;
  private int position;

  private RequiredWordsParser(String regex) {
    this.regex = regex;
  }

  /** The sets of words, the most selective first; empty if none can be derived. */
  static List<Set<String>> parse(Pattern pattern) {
    boolean unknown =
        (pattern.flags() & UNKNOWN_FLAGS) != 0 || UNKNOWN_SYNTAX.matcher(pattern.pattern()).find();
    return unknown
        ? List.of()
        : new RequiredWordsParser(pattern.pattern())
            .parseAlternatives().stream().distinct().sorted(SELECTIVITY).toList();
  }

  /**
   * Parses up to the end of the group or of the pattern. Several alternatives together require one
   * word of the most selective set of each, or nothing if one of them requires nothing.
   */
  private List<Set<String>> parseAlternatives() {
    List<List<Set<String>>> alternatives = new ArrayList<>();
    do {
      alternatives.add(parseSequence());
    } while (skipIfNext('|'));
    if (alternatives.size() == 1) {
      return alternatives.getFirst();
    }
    Set<String> words =
        alternatives.stream()
            .flatMap(sets -> sets.stream().min(SELECTIVITY).stream())
            .flatMap(Set::stream)
            .collect(Collectors.toSet());
    boolean isRequired =
        alternatives.stream().noneMatch(List::isEmpty) && words.size() <= MAX_WORDS;
    return isRequired ? List.of(words) : List.of();
  }

  /** The sets of words of the literals, classes and groups of a sequence. */
  private List<Set<String>> parseSequence() {
    List<Set<String>> sets = new ArrayList<>();
    StringBuilder literal = new StringBuilder();
    while (position < regex.length()
        && regex.charAt(position) != '|'
        && regex.charAt(position) != ')') {
      int start = position;
      List<Set<String>> ofAtom = parseAtom();
      boolean isCharacter = "([".indexOf(regex.charAt(start)) < 0 && !ofAtom.isEmpty();
      boolean isQuantified =
          position < regex.length() && "?*+{".indexOf(regex.charAt(position)) >= 0;
      boolean isRequired = skipQuantifier();
      if (isCharacter && isRequired) {
        ofAtom.getFirst().forEach(literal::append);
      }
      if (!isCharacter || isQuantified) {
        addLiteral(literal, sets);
      }
      if (!isCharacter && isRequired) {
        sets.addAll(ofAtom);
      }
    }
    addLiteral(literal, sets);
    return sets;
  }

  private static void addLiteral(StringBuilder literal, List<Set<String>> sets) {
    if (!literal.isEmpty()) {
      sets.add(Set.of(literal.toString()));
      literal.setLength(0);
    }
  }

  /** Parses a character, class or group without its quantifier; empty if it requires no word. */
  private List<Set<String>> parseAtom() {
    char c = regex.charAt(position++);
    return switch (c) {
      case '\\' -> parseEscape();
      case '[' -> parseClass();
      case '(' -> parseGroup();
      case '.', '^', '$' -> List.of();
      default -> List.of(Set.of(String.valueOf(c)));
    };
  }

  /**
   * Parses an escape after its backslash. An escaped sign requires itself; letters and digits are
   * classes, boundaries or references and require no character.
   */
  private List<Set<String>> parseEscape() {
    char c = regex.charAt(position++);
    if (position < regex.length()
        && ((regex.charAt(position) == '{' && "pPxN".indexOf(c) >= 0) || c == 'k')) {
      position = regex.indexOf(c == 'k' ? '>' : '}', position) + 1;
    } else if (c == 'u' || c == 'x') {
      position += c == 'u' ? 4 : 2;
    }
    return Character.isLetterOrDigit(c) ? List.of() : List.of(Set.of(String.valueOf(c)));
  }

  /** The characters of a small class without ranges, escapes and operators; - may come first. */
  private List<Set<String>> parseClass() {
    int start = position;
    for (int depth = 1; depth > 0; position++) {
      char c = regex.charAt(position);
      if (c == '\\') {
        position++;
      } else {
        depth += c == '[' ? 1 : c == ']' ? -1 : 0;
      }
    }
    String inside = regex.substring(start, position - 1);
    return inside.length() > MAX_CLASS_SIZE
            || inside.chars().anyMatch(c -> "^\\[&".indexOf(c) >= 0)
            || inside.indexOf('-', 1) >= 0
        ? List.of()
        : List.of(inside.chars().mapToObj(Character::toString).collect(Collectors.toSet()));
  }

  private List<Set<String>> parseGroup() {
    boolean isNegative = false;
    if (skipIfNext('?')) {
      isNegative = regex.startsWith("!", position) || regex.startsWith("<!", position);
      if (regex.startsWith("<=", position) || regex.startsWith("<!", position)) {
        position += 2;
      } else if (skipIfNext('<')) {
        position = regex.indexOf('>', position) + 1;
      } else {
        position++;
      }
    }
    List<Set<String>> sets = parseAlternatives();
    position++;
    return isNegative ? List.of() : sets;
  }

  /** Skips a quantifier; false if it allows that the atom before it is absent. */
  private boolean skipQuantifier() {
    boolean isRequired = true;
    if (skipIfNext('?') || skipIfNext('*')) {
      isRequired = false;
    } else if (position < regex.length() && regex.charAt(position) == '{') {
      int end = regex.indexOf('}', position);
      isRequired = !regex.startsWith("{0", position);
      position = end + 1;
    } else if (!skipIfNext('+')) {
      return true;
    }
    if (!skipIfNext('?')) {
      skipIfNext('+');
    }
    return isRequired;
  }

  private boolean skipIfNext(char c) {
    boolean isNext = position < regex.length() && regex.charAt(position) == c;
    position += isNext ? 1 : 0;
    return isNext;
  }
}
