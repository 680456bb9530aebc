package org.mingzhang.fact.cell;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingzhang.account.Account;
import org.mingzhang.model.Fact;
import org.mingzhang.model.FactContext;
import org.mingzhang.model.FactPlace;
import org.mingzhang.model.TableData;
import org.mingzhang.text.Amounts;

/** The facts of one table. */
final class TableFacts {
  private final DocumentFrame frame;
  private final TableOwner owner;
  private final TableData table;
  private final int index;
  private final String unit;
  private final CellPlaces places;
  private final TableMeaning meaning;
  private final Map<Integer, Meaning> heads;
  private final TableSubject subject;
  private final SameTable facts = new SameTable();

  TableFacts(
      DocumentFrame frame,
      TableSubject titled,
      TableOwner owner,
      TableData table,
      int index,
      String unit,
      CellPlaces places) {
    this.frame = frame;
    this.meaning = TableMeaning.of(frame, titled, table);
    this.heads = new HashMap<>(meaning.heads());
    this.subject = meaning.subject();
    this.owner = owner;
    this.table = table;
    this.index = index;
    this.unit = unit;
    this.places = places;
  }

  List<Fact> read() {
    for (TableMeaning.Side side : meaning.sides()) {
      read(side);
    }
    return facts.facts();
  }

  private void read(TableMeaning.Side side) {
    List<Meaning> sure = Extras.without(frame, subject, side.rows(), heads);
    Closure closure = Closure.of(frame, subject, side.direction(), sure);
    for (int r = 0; r < sure.size(); r++) {
      for (int column : side.block().amounts()) {
        cell(r, column, sure.get(r), side.direction(), closure);
      }
    }
  }

  private void cell(
      int row, int column, Meaning label, @Nullable FlowDirection direction, Closure closure) {
    Meaning head = heads.get(column);
    String printed = table.rows().get(row).get(column);
    if (head == null
        || head.kind() == Meaning.Kind.SKIPPED
        || head.kind() == Meaning.Kind.OPEN
        || label.kind() == Meaning.Kind.SKIPPED
        || printed.isEmpty()) {
      return;
    }
    BigDecimal value = Amounts.number(printed).orElse(null);
    if (value == null) {
      return;
    }
    CellMeaning meaning = CellMeaning.of(frame, subject, direction, label, head);
    if (meaning != null) {
      add(row, column, value, printed, meaning);
      CellMeaning closed = closure.also(meaning);
      if (closed != null) {
        add(row, column, value, printed, closed);
      }
    }
  }

  private void add(int row, int column, BigDecimal value, String printed, CellMeaning meaning) {
    Account account = meaning.account();
    boolean count = account != null && account.nature() == Account.Nature.COUNT;
    if (count) {
      return;
    }
    FactContext context =
        FactContext.wholeYear(
            meaning.item(),
            meaning.code(),
            meaning.stage(),
            meaning.fund(),
            owner.perimeter(),
            owner.entity(),
            meaning.year());
    FactPlace place = places.of(index, row, column, quote(row, column));
    facts.add(
        Fact.amount(
            meaning.name(),
            context,
            value.scaleByPowerOfTen(Amounts.power(unit)),
            printed.strip(),
            unit,
            place));
  }

  private String quote(int row, int column) {
    String head = table.header().get(column);
    StringBuilder quote = new StringBuilder();
    for (String cell : table.rows().get(row)) {
      if (!cell.isBlank()) {
        quote.append(quote.isEmpty() ? "" : " ").append(cell.strip());
      }
    }
    return head.isEmpty() ? quote.toString() : head + " | " + quote;
  }
}
