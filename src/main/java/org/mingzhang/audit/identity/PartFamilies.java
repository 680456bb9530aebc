package org.mingzhang.audit.identity;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.mingzhang.account.Classification;
import org.mingzhang.model.Fund;
import org.mingzhang.statement.Operand;
import org.mingzhang.statement.Statement;
import org.mingzhang.statement.Statement.Part;
import org.mingzhang.statement.Subject;
import org.mingzhang.text.TsvResource;

/**
 * What is known of the parts of a list by the accounts they name, read from {@code families.tsv}.
 */
final class PartFamilies {
  private static final int LEAST_PARTS = 2;
  private static final String FUNCTIONAL = "[功能分类]";
  private static final String ECONOMIC = "[经济分类]";
  private static final String ECONOMIC_GROUP = "[经济分类款]";
  private static final String CLASS = "[类]";
  private static final String ITEM = "[项]";
  private static final int TOP = 1;

  private static final List<Family> FAMILIES =
      TsvResource.rows(PartFamilies.class, "families.tsv", 3).stream().map(Family::of).toList();

  private PartFamilies() {}

  enum Coverage {
    /** All that there are: they make the whole. */
    COMPLETE,
    /** All but some of which the document says that they are nought. */
    BUT_NOUGHT,
    /** None is a part of another, and there may be more: they do not exceed the whole. */
    DISJOINT,
    UNKNOWN
  }

  /**
   * A whole with its parts.
   *
   * @param needed parts without which a list is not complete
   * @param closing parts one of which a list must have to be complete; any list may where none is
   */
  private record Family(
      Set<String> wholes, Set<String> needed, Set<String> closing, Set<String> possible) {
    static Family of(List<String> cells) {
      Set<String> needed = new HashSet<>();
      Set<String> closing = new HashSet<>();
      Set<String> possible = new HashSet<>();
      boolean never = false;
      for (String part : cells.get(1).split(";", -1)) {
        String name = part.replaceAll("[?!…]$", "");
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
      return new Family(Set.of(cells.getFirst().split(";", -1)), needed, closing, possible);
    }

    Coverage of(Set<String> whole, List<Set<String>> parts, Predicate<String> nought) {
      if (whole.stream().noneMatch(wholes::contains)
          || parts.stream().anyMatch(p -> p.stream().noneMatch(possible::contains))) {
        return Coverage.UNKNOWN;
      }
      Set<String> named = new HashSet<>();
      parts.forEach(named::addAll);
      boolean closed = closing.isEmpty() || closing.stream().anyMatch(named::contains);
      if (closed && named.containsAll(needed)) {
        return Coverage.COMPLETE;
      }
      return closed && needed.stream().allMatch(n -> named.contains(n) || nought.test(n))
          ? Coverage.BUT_NOUGHT
          : Coverage.DISJOINT;
    }
  }

  /**
   * What these parts are to their whole.
   *
   * @param nought whether the document says of an account that it is nought, so that a list need
   *     not name it
   */
  static Coverage of(Statement statement, List<Part> listed, Predicate<String> nought) {
    Subject whole = subject(statement);
    List<Set<String>> parts = new ArrayList<>();
    Set<String> distinct = new HashSet<>();
    for (Part part : listed) {
      Subject subject = subject(part.statement());
      if (subject == null
          || !distinct.add(subject.account() + "/" + subject.item() + "@" + subject.fund())) {
        return Coverage.UNKNOWN;
      }
      parts.add(names(subject));
    }
    if (whole == null || parts.size() < LEAST_PARTS) {
      return Coverage.UNKNOWN;
    }
    Coverage best = Coverage.UNKNOWN;
    for (Family family : FAMILIES) {
      Coverage coverage = family.of(names(whole), parts, nought);
      best = coverage.compareTo(best) < 0 ? coverage : best;
    }
    return best;
  }

  /** The names under which the file may have a subject. */
  private static Set<String> names(Subject subject) {
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
      names.add(ITEM);
    } else {
      classNames(last, names);
    }
    return names;
  }

  private static void classNames(String item, Set<String> names) {
    String plain = item.replaceAll("[(（]类[)）]", "");
    for (String name : List.of(plain, plain + "支出")) {
      if (isTop(Classification.functional(), name)) {
        names.add(name);
        names.add(FUNCTIONAL);
        names.add(CLASS);
      } else if (isTop(Classification.economic(), name)) {
        names.add(name);
        names.add(ECONOMIC);
      } else if (!Classification.economic().findByName(name).isEmpty()) {
        names.add(ECONOMIC_GROUP);
      }
    }
  }

  private static boolean isTop(Classification classification, String name) {
    return classification.findByName(name).stream().anyMatch(e -> e.level() == TOP);
  }

  /** The subject of a statement; null where it is not decided. */
  private static @Nullable Subject subject(Statement statement) {
    Operand of =
        switch (statement) {
          case Statement.Amount amount -> amount.operand();
          case Statement.Change change -> change.operand();
          default -> Operand.UNKNOWN;
        };
    return of.subject().value().orElse(null);
  }
}
