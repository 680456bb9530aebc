package org.mingzhang.statement.clause;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Perimeter;
import org.mingzhang.statement.Operand;
import org.mingzhang.statement.Span;
import org.mingzhang.statement.StageAndTime;
import org.mingzhang.statement.Statement;
import org.mingzhang.statement.Statement.Closure;
import org.mingzhang.statement.Statement.ItemList;
import org.mingzhang.statement.Statement.ListIntroduction;
import org.mingzhang.statement.Statement.Part;
import org.mingzhang.statement.Subject;

/**
 * Builds the statements of a list that has ended: one for each kind, stage and time of its parts.
 */
final class ItemListBuilder {

  private final List<ListPart> parts;
  private final List<Statement> wholes;

  /**
   * A builder for one list.
   *
   * @param parts the parts of the list in order
   * @param wholes the statements of its whole
   */
  ItemListBuilder(List<ListPart> parts, List<Statement> wholes) {
    this.parts = parts;
    this.wholes = wholes;
  }

  /**
   * The list as statements, in the order of the first part of each.
   *
   * @param introduction how the text introduces the list
   * @param closure whether the list has all parts of its whole
   */
  List<ItemList> build(ListIntroduction introduction, Closure closure) {
    Map<String, List<ListPart>> groups = new LinkedHashMap<>();
    for (ListPart node : parts) {
      groups.computeIfAbsent(ListPart.groupKey(node.statement()), k -> new ArrayList<>()).add(node);
    }
    List<ItemList> lists = new ArrayList<>();
    for (List<ListPart> group : groups.values()) {
      Statement first = group.getFirst().statement();
      Statement whole = findWhole(first);
      List<Part> grouped =
          ListPart.nestItems(group).stream().map(n -> n.toPart(ListPart.groupKey(first))).toList();
      Span span =
          (whole == null ? first : whole).span().extendToEndOf(group.getLast().statement().span());
      boolean complete = !(first instanceof Statement.Change) || !hasUnstatedChange();
      lists.add(
          new ItemList(
              span,
              whole,
              grouped,
              introduction,
              complete ? closure : Closure.PART_WITHOUT_AMOUNT));
    }
    return lists;
  }

  /**
   * Whether the list states amounts of two years for one of its members without stating their
   * change: 出国费0万元，上年为4.5万元；接待费9.8万元，比上年减少2.8万元.
   */
  private boolean hasUnstatedChange() {
    return ListPart.subjectsOf(parts).stream()
        .anyMatch(
            member ->
                statementsOf(member).noneMatch(Statement.Change.class::isInstance)
                    && statementsOf(member)
                            .filter(Statement.Amount.class::isInstance)
                            .map(ItemListBuilder::yearOf)
                            .distinct()
                            .count()
                        > 1);
  }

  private Stream<Statement> statementsOf(Subject member) {
    return parts.stream()
        .map(n -> n.statement())
        .filter(
            s -> {
              Operand operand = ListPart.operandOf(s);
              return operand != null && DiscourseTopic.hasSubject(operand, member);
            });
  }

  private static int yearOf(Statement statement) {
    Operand operand = ListPart.operandOf(statement);
    Integer year =
        operand == null
            ? null
            : operand.stageAndTime().uniqueValue().map(StageAndTime::year).orElse(null);
    return year == null ? 0 : year;
  }

  /** The last whole of the same kind, stage and time as a part; null if there is none. */
  private @Nullable Statement findWhole(Statement part) {
    Statement found = null;
    for (Statement whole : wholes) {
      if (ListPart.groupKey(whole).equals(ListPart.groupKey(part))
          && !isWiderThanWhole(part, whole)) {
        found = whole;
      }
    }
    return found;
  }

  /**
   * Whether a part covers a territory (全市) and its whole only the government's own level (市本级), so
   * that it cannot be a part of the whole.
   */
  private static boolean isWiderThanWhole(Statement part, Statement whole) {
    return perimeterOf(part) == Perimeter.TERRITORY && perimeterOf(whole) == Perimeter.GOVERNMENT;
  }

  private static @Nullable Perimeter perimeterOf(Statement statement) {
    Operand operand = ListPart.operandOf(statement);
    return operand == null
        ? null
        : operand.subject().uniqueValue().map(Subject::perimeter).orElse(null);
  }
}
