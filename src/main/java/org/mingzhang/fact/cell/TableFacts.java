package org.mingzhang.fact.cell;

import java.math.BigDecimal;
import java.util.ArrayList;
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
  private final Owner owner;
  private final TableData table;
  private final int index;
  private final String unit;
  private final CellPlaces places;
  private final Map<Integer, Meaning> heads = new HashMap<>();
  private TableSubject subject;
  private final SameTable facts = new SameTable();

  TableFacts(
      DocumentFrame frame,
      TableSubject subject,
      Owner owner,
      TableData table,
      int index,
      String unit,
      CellPlaces places) {
    this.frame = frame;
    this.subject = subject;
    this.owner = owner;
    this.table = table;
    this.index = index;
    this.unit = unit;
    this.places = places;
  }

  List<Fact> read() {
    List<Block> blocks = Block.of(table);
    HeadReader reader = new HeadReader(frame.chart(), frame.year(), subject.total());
    for (Block block : blocks) {
      for (int column : block.amounts()) {
        heads.put(column, reader.read(table.header().get(column)));
      }
    }
    subject = subject.with(frame, heads.values());
    for (int b = 0; b < blocks.size(); b++) {
      read(blocks.get(b), direction(blocks.get(b), b, blocks.size()));
    }
    return facts.facts();
  }

  private @Nullable Direction direction(Block block, int number, int blocks) {
    if (subject.form().layout() != Form.Layout.SIDES || block.coded()) {
      return null;
    }
    Direction headed = Direction.of(table.header().get(block.amounts().getFirst()));
    if (headed != null) {
      return headed;
    }
    String labels = String.join(" ", block.labels());
    Direction labelled = Direction.of(labels);
    if (labelled != null || blocks == 1) {
      return labelled;
    }
    return number == 0 ? Direction.REVENUE : Direction.EXPENDITURE;
  }

  private void read(Block block, @Nullable Direction direction) {
    RowReader rows = new RowReader(frame, subject, direction, block);
    boolean bare = block.unlabelled() && table.rows().size() == 1;
    List<Meaning> read = new ArrayList<>();
    for (int r = 0; r < table.rows().size(); r++) {
      read.add(bare ? Meaning.WHOLE : rows.read(block.labels().get(r), block.codes().get(r)));
    }
    List<Meaning> sure = Extras.without(frame, subject, read, heads);
    Closure closure = Closure.of(frame, subject, direction, sure);
    for (int r = 0; r < sure.size(); r++) {
      for (int column : block.amounts()) {
        cell(r, column, sure.get(r), direction, closure);
      }
    }
  }

  private void cell(
      int row, int column, Meaning label, @Nullable Direction direction, Closure closure) {
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
        new FactContext(
            meaning.item(),
            meaning.code(),
            meaning.stage(),
            meaning.fund(),
            owner.perimeter(),
            owner.entity(),
            meaning.year(),
            null,
            null,
            null);
    FactPlace place = places.of(index, row, column, quote(row, column));
    facts.add(
        new Fact(
            meaning.name(),
            context,
            Fact.Kind.AMOUNT,
            value.scaleByPowerOfTen(Amounts.power(unit)),
            printed.strip(),
            unit,
            null,
            false,
            List.of(place)));
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
