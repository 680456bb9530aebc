package org.mingzhang.statement.clause;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Stage;
import org.mingzhang.statement.Operand;
import org.mingzhang.statement.Quantity;
import org.mingzhang.statement.StageAndTime;
import org.mingzhang.statement.Statement;
import org.mingzhang.statement.Statement.Part;
import org.mingzhang.statement.Subject;

/** A part of an open list, with its own parts. */
final class ListPart {
  /**
   * Maximum number of preceding items among which the item above is searched, to bound the work for
   * each part of a long list.
   */
  private static final int MAX_ITEMS_BACK = 60;

  private Statement statement;
  private final List<ListPart> innerParts = new ArrayList<>();

  ListPart(Statement statement) {
    this.statement = statement;
  }

  /** The amount or change of the part. */
  Statement statement() {
    return statement;
  }

  /** Replaces the statement by a more complete version. */
  void replaceStatement(Statement now) {
    statement = now;
  }

  /** Adds the parts of this part. */
  void addInnerParts(List<ListPart> parts) {
    innerParts.addAll(parts);
  }

  /**
   * The part as it is stated in a list; of the parts nested in it, only those with the given group
   * key are included.
   */
  Part toPart(String key) {
    return new Part(
        statement,
        nestItems(innerParts.stream().filter(n -> groupKey(n.statement).equals(key)).toList())
            .stream()
            .map(n -> n.toPart(key))
            .toList());
  }

  /**
   * The parts of a list as a tree: an item of the functional classification is a part of an item of
   * a higher level among the {@link #MAX_ITEMS_BACK} items before it. The amounts of the two must
   * not be added up.
   */
  static List<ListPart> nestItems(List<ListPart> parts) {
    Deque<ListPart> items = new ArrayDeque<>();
    List<ListPart> outer = new ArrayList<>();
    for (ListPart part : parts) {
      ListPart own = new ListPart(part.statement);
      own.addInnerParts(part.innerParts);
      Subject item = subjectOf(part.statement).filter(s -> s.item() != null).orElse(null);
      if (item == null) {
        outer.add(own);
        continue;
      }
      items.stream()
          .filter(above -> subjectOf(above.statement).filter(item::isBelowItem).isPresent())
          .findFirst()
          .map(above -> above.innerParts)
          .orElse(outer)
          .add(own);
      items.addFirst(own);
      if (items.size() > MAX_ITEMS_BACK) {
        items.removeLast();
      }
    }
    return outer;
  }

  /** The subjects of parts in order, without repetitions. */
  static List<Subject> subjectsOf(List<ListPart> parts) {
    return parts.stream().flatMap(part -> subjectOf(part.statement).stream()).distinct().toList();
  }

  /** The subject of an amount or change; empty if it is undecided and for other statements. */
  static Optional<Subject> subjectOf(Statement statement) {
    Operand operand = operandOf(statement);
    return operand == null ? Optional.empty() : operand.subject().uniqueValue();
  }

  /**
   * The quantities of the amounts among statements, in order; amounts without a quantity are left
   * out.
   */
  static Stream<Quantity> quantitiesOf(Stream<Statement> statements) {
    return statements
        .filter(Statement.Amount.class::isInstance)
        .flatMap(s -> Stream.ofNullable(((Statement.Amount) s).operand().quantity()));
  }

  /** Key of the kind, stage and time of a statement, which all parts of one list have in common. */
  static String groupKey(Statement statement) {
    Operand operand = operandOf(statement);
    StageAndTime stageAndTime =
        operand == null
            ? StageAndTime.UNKNOWN
            : operand.stageAndTime().uniqueValue().orElse(StageAndTime.UNKNOWN);
    Stage stage = stageAndTime.stage() == Stage.EXECUTION ? Stage.RESULT : stageAndTime.stage();
    String reference = "";
    if (statement instanceof Statement.Change change) {
      StageAndTime base = change.base().stageAndTime().uniqueValue().orElse(StageAndTime.UNKNOWN);
      Stage before = base.stage() == Stage.INITIAL_BUDGET ? Stage.BUDGET : base.stage();
      reference = (change.amount() == null) + "|" + before + "|" + base.year();
    }
    return statement.getClass().getSimpleName()
        + "|"
        + stage
        + "|"
        + stageAndTime.year()
        + "|"
        + Objects.toString(stageAndTime.period(), "")
        + "|"
        + reference;
  }

  /** The operand of an amount or change; null for other statements. */
  static @Nullable Operand operandOf(Statement statement) {
    return switch (statement) {
      case Statement.Amount amount -> amount.operand();
      case Statement.Change change -> change.operand();
      default -> null;
    };
  }
}
