package org.mingzhang.audit.identity;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.mingzhang.account.BudgetClassification;
import org.mingzhang.model.Fund;
import org.mingzhang.model.Perimeter;
import org.mingzhang.statement.Statement;
import org.mingzhang.statement.Statement.Part;
import org.mingzhang.statement.Subject;
import org.mingzhang.text.TsvResource;

/**
 * Decides whether the parts of a list cover its whole, from their accounts and {@code
 * families.tsv}.
 */
final class PartCoverageDetector {
  private static final int MIN_PARTS = 2;
  private static final String FUNCTIONAL_ITEMS = "[功能分类]";
  private static final String ECONOMIC_ITEMS = "[经济分类]";
  private static final String ECONOMIC_GROUP = "[经济分类款]";
  private static final String ANY_FUNCTIONAL_CLASS = "[类]";
  private static final String ANY_FUNCTIONAL_ITEM = "[项]";
  private static final int TOP_LEVEL = 1;

  private static final List<WholeWithParts> WHOLES_WITH_PARTS =
      TsvResource.parseRows(PartCoverageDetector.class, "families.tsv", 3, WholeWithParts::parse);

  private PartCoverageDetector() {}

  /** What is known about the parts of a list and its whole, strongest statement first. */
  enum Coverage {
    /** The parts are complete: together they are the whole. */
    COMPLETE,
    /** All parts are listed except some that the document states to be zero. */
    ALL_BUT_ZERO,
    /** No part is a part of another; together they do not exceed the whole. */
    DISJOINT,
    UNKNOWN
  }

  /**
   * A whole with the names of its parts: a line of {@code families.tsv}.
   *
   * @param requiredParts parts without which a list is not complete
   * @param closingParts parts of which a complete list must have one; empty if any list may be
   *     complete
   * @param possibleParts all names of parts that a list may have, including the required ones
   */
  private record WholeWithParts(
      Set<String> wholes,
      Set<String> requiredParts,
      Set<String> closingParts,
      Set<String> possibleParts) {
    static WholeWithParts parse(List<String> cells) {
      Set<String> needed = new HashSet<>();
      Set<String> closing = new HashSet<>();
      Set<String> possible = new HashSet<>();
      boolean never = false;
      for (String part : cells.get(1).split(";", -1)) {
        String name = part.replaceAll("[?!…]$", "");
        if (name.startsWith("[")) {
          TsvResource.requireKeyword(
              name,
              FUNCTIONAL_ITEMS,
              ECONOMIC_ITEMS,
              ECONOMIC_GROUP,
              ANY_FUNCTIONAL_CLASS,
              ANY_FUNCTIONAL_ITEM);
        }
        never |= part.endsWith("…");
        possible.add(name);
        if (part.endsWith("!")) {
          closing.add(name);
        } else if (name.equals(part)) {
          needed.add(name);
        }
      }
      if (never) {
        closing.add("");
      }
      return new WholeWithParts(Set.of(cells.getFirst().split(";", -1)), needed, closing, possible);
    }

    Coverage determineCoverage(
        Set<String> whole, List<Set<String>> parts, Predicate<String> isZero) {
      if (whole.stream().noneMatch(wholes::contains)
          || parts.stream().anyMatch(p -> p.stream().noneMatch(possibleParts::contains))) {
        return Coverage.UNKNOWN;
      }
      Set<String> named = new HashSet<>();
      parts.forEach(named::addAll);
      boolean closed = closingParts.isEmpty() || closingParts.stream().anyMatch(named::contains);
      if (closed && named.containsAll(requiredParts)) {
        return Coverage.COMPLETE;
      }
      return closed && requiredParts.stream().allMatch(n -> named.contains(n) || isZero.test(n))
          ? Coverage.ALL_BUT_ZERO
          : Coverage.DISJOINT;
    }
  }

  /**
   * Determines the coverage of the parts of a whole: the strongest coverage that a line of {@code
   * families.tsv} gives. The amounts of levels of government exclude each other within the amount
   * of the territory: 全市支出268亿元，其中市本级61亿元、各县区207亿元. Unknown for fewer than {@link #MIN_PARTS}
   * parts, if the subject of a part is not decided, or if two parts have the same subject.
   *
   * @param isZero tests whether the document states that an account is zero, so that the list may
   *     omit it
   */
  static Coverage determineCoverage(
      Statement statement, List<Part> listed, Predicate<String> isZero) {
    Subject whole = subjectOf(statement);
    if (whole != null
        && listed.size() >= MIN_PARTS
        && (areLevelsOfGovernment(whole, listed) || areDisjointFunds(whole, listed))) {
      return Coverage.DISJOINT;
    }
    List<Set<String>> parts = new ArrayList<>();
    Set<String> distinct = new HashSet<>();
    for (Part part : listed) {
      Subject subject = subjectOf(part.statement());
      if (subject == null
          || !distinct.add(subject.account() + "/" + subject.item() + "@" + subject.fund())) {
        return Coverage.UNKNOWN;
      }
      parts.add(namesInFamilies(subject));
    }
    if (whole == null || parts.size() < MIN_PARTS) {
      return Coverage.UNKNOWN;
    }
    Coverage best = Coverage.UNKNOWN;
    for (WholeWithParts family : WHOLES_WITH_PARTS) {
      Coverage coverage = family.determineCoverage(namesInFamilies(whole), parts, isZero);
      best = coverage.compareTo(best) < 0 ? coverage : best;
    }
    return best;
  }

  /**
   * Whether the parts are the amounts of one account at the own level of government and at
   * different lower ones, and the whole is the amount of the territory.
   */
  private static boolean areLevelsOfGovernment(Subject whole, List<Part> parts) {
    Set<String> levels = new HashSet<>();
    for (Part part : parts) {
      Subject subject = subjectOf(part.statement());
      if (subject == null
          || !subject.account().equals(whole.account())
          || !Objects.equals(subject.item(), whole.item())
          || subject.fund() != whole.fund()
          || subject.perimeter() == Perimeter.TERRITORY
          || !levels.add(String.valueOf(subject.entity()))) {
        return false;
      }
    }
    return whole.perimeter() == Perimeter.TERRITORY && levels.contains("null");
  }

  /** Whether the parts are amounts of the account of the whole, of which no two share a fund. */
  private static boolean areDisjointFunds(Subject whole, List<Part> parts) {
    Set<Fund> funds = EnumSet.noneOf(Fund.class);
    for (Part part : parts) {
      Subject subject = subjectOf(part.statement());
      Fund fund = subject == null ? null : subject.fund();
      if (subject == null
          || fund == null
          || !subject.isSameAs(whole)
          || funds.stream().anyMatch(f -> !subject.hasDisjointFund(f))
          || !funds.add(fund)) {
        return false;
      }
    }
    return whole.fund() == null || whole.fund() == Fund.ALL;
  }

  /** The names under which {@code families.tsv} may list a subject. */
  private static Set<String> namesInFamilies(Subject subject) {
    String item = subject.item();
    Set<String> names = new HashSet<>();
    if (item == null) {
      names.add(subject.account());
      Fund fund = subject.fund();
      if (fund != null) {
        names.add(subject.account() + "@" + fund.label());
      }
      return names;
    }
    names.add(subject.account() + "/" + item);
    String[] levels = item.split("/", -1);
    String last = levels[levels.length - 1];
    if (levels.length > 1) {
      names.add(ANY_FUNCTIONAL_ITEM);
    } else {
      addClassNames(last, names);
    }
    return names;
  }

  private static void addClassNames(String item, Set<String> names) {
    String plain = item.replaceAll("[(（]类[)）]", "");
    for (String name : List.of(plain, plain + "支出")) {
      if (isTopLevelName(BudgetClassification.functional(), name)) {
        names.add(name);
        names.add(FUNCTIONAL_ITEMS);
        names.add(ANY_FUNCTIONAL_CLASS);
      } else if (isTopLevelName(BudgetClassification.economic(), name)) {
        names.add(name);
        names.add(ECONOMIC_ITEMS);
      } else if (!BudgetClassification.economic().findByName(name).isEmpty()) {
        names.add(ECONOMIC_GROUP);
      }
    }
  }

  private static boolean isTopLevelName(BudgetClassification classification, String name) {
    return classification.findByName(name).stream().anyMatch(e -> e.level() == TOP_LEVEL);
  }

  /** The subject of a statement; null if it is not decided. */
  private static @Nullable Subject subjectOf(Statement statement) {
    return TermWithSubject.operandOf(statement).subject().uniqueValue().orElse(null);
  }
}
