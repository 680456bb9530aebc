package org.mingzhang.statement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Perimeter;
import org.mingzhang.model.Stage;
import org.mingzhang.statement.Statement.Closure;
import org.mingzhang.statement.Statement.Introduction;
import org.mingzhang.statement.Statement.ItemList;
import org.mingzhang.statement.Statement.Part;

/** A list that is being read: its whole, and its parts so far. Used by one reader. */
final class ListScope {
  private static final int LOOKBACK = 8;

  final Introduction introduction;
  final DiscourseTopic outer;
  private final List<Statement> wholes;

  /** Level of the list marks of its items; 0 for a list within a sentence. */
  final int level;

  final boolean bracket;
  private final List<Node> nodes = new ArrayList<>();
  boolean partWithoutAmount;
  boolean openEnded;
  boolean awaitsPart;

  /** Whether the result of one of its parts was given in percent of a budget. */
  boolean hasCompletionRate;

  /** The year spoken of where the list begins, with which each of its items begins again. */
  @Nullable Integer year;

  @Nullable Subject itemSubject;

  /** What the heading of the item that is read names: （二）支出预算情况：; null where it has none. */
  @Nullable Subject headingSubject;

  ListScope(Introduction introduction, DiscourseTopic outer, List<Statement> wholes, int level) {
    this.introduction = introduction;
    this.outer = outer;
    this.wholes = new ArrayList<>(wholes);
    this.level = level;
    this.bracket = introduction == Introduction.BRACKETS;
  }

  /** The last parts: what a list or rate belongs to stands right before it. */
  private List<Node> lastNodes() {
    return nodes.subList(Math.max(0, nodes.size() - LOOKBACK), nodes.size());
  }

  boolean isInline() {
    return level == 0 && !bracket;
  }

  /** Whether a rate behind its parts may be that of the whole as well as of the last part. */
  boolean isRateAmbiguous() {
    return isInline() && !hasCompletionRate && nodes.size() > 1;
  }

  boolean isEmpty() {
    return nodes.isEmpty();
  }

  void add(Statement part) {
    nodes.add(new Node(part));
  }

  /** Puts a statement with more of its slots filled in the place of an earlier one. */
  void replace(Statement before, Statement now) {
    wholes.replaceAll(w -> w.equals(before) ? now : w);
    for (Node node : lastNodes()) {
      if (node.statement.equals(before)) {
        node.statement = now;
      }
    }
  }

  /** Puts the parts of a list that ended under the part of this one that is its whole. */
  void nest(ListScope inner) {
    for (Node node : lastNodes()) {
      if (inner.wholes.contains(node.statement)) {
        node.inner.addAll(inner.nodes);
      }
    }
  }

  /** What its parts are, in order. */
  List<Subject> members() {
    return nodes.stream()
        .map(node -> operand(node.statement))
        .filter(Objects::nonNull)
        .flatMap(of -> of.subject().value().stream())
        .distinct()
        .toList();
  }

  /** What was taken for the whole is not what the members are parts of. */
  void clearWhole() {
    wholes.clear();
  }

  /** Account of the whole, or null where no whole is said. */
  @Nullable Subject wholeSubject() {
    for (Statement whole : wholes) {
      Operand of = operand(whole);
      if (of != null && of.subject().value().isPresent()) {
        return of.subject().value().get();
      }
    }
    return outer.subjects().size() == 1 ? outer.subjects().getFirst() : null;
  }

  /**
   * Stage and time of the latest amount of the whole, one of this stage in its year if there is
   * any.
   */
  @Nullable Frame wholeFrame(@Nullable Stage preferred) {
    List<Frame> frames =
        wholes.stream()
            .map(ListScope::operand)
            .filter(Objects::nonNull)
            .flatMap(of -> of.frame().value().stream())
            .toList();
    if (frames.isEmpty()) {
      return null;
    }
    Frame latest = frames.getLast();
    return frames.reversed().stream()
        .filter(f -> f.stage() == preferred && Objects.equals(f.year(), latest.year()))
        .findFirst()
        .orElse(latest);
  }

  /** The lists of this scope: one for each stage of its amounts, and one for its changes. */
  List<ItemList> toStatements(boolean cutOff) {
    Closure closure =
        partWithoutAmount
            ? Closure.PART_WITHOUT_AMOUNT
            : cutOff ? Closure.CUT_OFF : openEnded ? Closure.OPEN : Closure.CLOSED;
    Map<String, List<Node>> groups = new LinkedHashMap<>();
    for (Node node : nodes) {
      groups.computeIfAbsent(groupKey(node.statement), k -> new ArrayList<>()).add(node);
    }
    List<ItemList> lists = new ArrayList<>();
    for (List<Node> group : groups.values()) {
      Statement first = group.getFirst().statement;
      Statement whole = findWhole(first);
      List<Part> parts = group.stream().map(n -> n.part(groupKey(first))).toList();
      Span span = (whole == null ? first : whole).span().to(group.getLast().statement.span());
      lists.add(new ItemList(span, whole, parts, introduction, closure));
    }
    return lists;
  }

  /** The whole of the same kind, stage and year as a part. */
  private @Nullable Statement findWhole(Statement part) {
    Statement found = null;
    for (Statement whole : wholes) {
      if (groupKey(whole).equals(groupKey(part)) && !isWider(part, whole)) {
        found = whole;
      }
    }
    return found;
  }

  /** Whether a part is of all of a territory and its whole of the government's own level alone. */
  private static boolean isWider(Statement part, Statement whole) {
    return perimeter(part) == Perimeter.TERRITORY && perimeter(whole) == Perimeter.GOVERNMENT;
  }

  private static @Nullable Perimeter perimeter(Statement statement) {
    Operand of = operand(statement);
    return of == null ? null : of.subject().value().map(Subject::perimeter).orElse(null);
  }

  private static String groupKey(Statement statement) {
    Operand of = operand(statement);
    Frame frame = of == null ? Frame.UNKNOWN : of.frame().value().orElse(Frame.UNKNOWN);
    Stage stage = frame.stage() == Stage.EXECUTION ? Stage.RESULT : frame.stage();
    String against = "";
    if (statement instanceof Statement.Change change) {
      Frame base = change.against().frame().value().orElse(Frame.UNKNOWN);
      against = (change.amount() == null) + "|" + base.stage() + "|" + base.year();
    }
    return statement.getClass().getSimpleName()
        + "|"
        + stage
        + "|"
        + frame.year()
        + "|"
        + Objects.toString(frame.period(), "")
        + "|"
        + against;
  }

  static @Nullable Operand operand(Statement statement) {
    return switch (statement) {
      case Statement.Amount amount -> amount.of();
      case Statement.Change change -> change.of();
      default -> null;
    };
  }

  /** A part with the parts found under it. */
  private static final class Node {
    private Statement statement;
    private final List<Node> inner = new ArrayList<>();

    Node(Statement statement) {
      this.statement = statement;
    }

    Part part(String key) {
      return new Part(
          statement,
          inner.stream().filter(n -> groupKey(n.statement).equals(key)).map(n -> n.part(key)).toList());
    }
  }
}
