package org.mingzhang.fact.figure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.Fact;
import org.mingzhang.model.FactPlace;
import org.mingzhang.model.Figure;
import org.mingzhang.model.TableData;
import org.mingzhang.text.AccountColumns;

/**
 * Figures of the cells of data tables. Where rows have codes, the head of the column is the name
 * and the row is the item; where rows have names, the row's label is; totals, the three public
 * expenses and procurement have the names that sentences give them. Not safe on several threads.
 */
final class CellFigures {
  private static final Pattern NUMERAL =
      Pattern.compile("^(?:其中[:：]|[(（]?[一二三四五六七八九十\\d]+[)）、.．]\\s*)+");
  private static final Pattern MARK = Pattern.compile("[(（][左右\\d][)）]|\\s");
  private static final Pattern TOTAL = Pattern.compile("(?:收入|支出|收支)?[总合]\\s*计");

  private final Disclosure disclosure;
  private final FigureNames names;
  private final Map<Integer, List<Block>> tables = new HashMap<>();

  CellFigures(Disclosure disclosure, FigureNames names) {
    this.disclosure = disclosure;
    this.names = names;
  }

  /** A block of a table; of rows with codes the full names of their items. */
  private record Block(AccountColumns.Block columns, List<ItemPaths.@Nullable Row> rows) {
    boolean coded() {
      return !columns.codes().isEmpty();
    }
  }

  Optional<Figure> of(Fact fact, FactPlace.Cell cell) {
    TableData table = disclosure.tables().get(cell.table());
    Block block = block(cell);
    String label = label(block, table.rows().get(cell.row()));
    ItemPaths.Row coded = block.rows().isEmpty() ? null : block.rows().get(cell.row());
    boolean group = coded == null && label.length() > 2 && label.endsWith("合计");
    if (block.coded() && !group) {
      String item = coded == null ? label : coded.fullName();
      String code = coded == null ? null : coded.code();
      return figure(fact, table, head(table.header().get(cell.column())), item, code);
    }
    if (block.coded()) {
      return figure(fact, table, label, null, null);
    }
    boolean ofProject = names.isProjects(fact.account()) && fact.context().item() != null;
    return ofProject
        ? figure(fact, table, fact.account(), fact.context().item(), null)
        : figure(fact, table, named(fact, label), null, null);
  }

  private String named(Fact fact, String label) {
    String plain = NUMERAL.matcher(label).replaceFirst("");
    boolean byAccount =
        fact.context().item() == null
            && (plain.isEmpty()
                || TOTAL.matcher(plain).matches()
                || names.hasNameOfItsOwn(fact.account(), plain));
    String own = names.isOwned(fact.account(), plain) ? fact.account() : plain;
    return byAccount ? names.ofAmount(fact) : own + names.budget(fact);
  }

  private Block block(FactPlace.Cell cell) {
    return tables.computeIfAbsent(cell.table(), this::blocks).stream()
        .filter(b -> b.columns().amounts().contains(cell.column()))
        .findFirst()
        .orElseThrow();
  }

  private List<Block> blocks(int index) {
    TableData table = disclosure.tables().get(index);
    List<Block> blocks = new ArrayList<>();
    for (AccountColumns.Block columns : AccountColumns.of(table.header(), table.rows()).blocks()) {
      blocks.add(new Block(columns, ItemPaths.rows(table, columns)));
    }
    return blocks;
  }

  /** The row's label; one merged over the columns of its row stands left of its amounts. */
  private static String label(Block block, List<String> row) {
    String own = block.columns().label(row);
    for (int c = block.columns().amounts().getFirst() - 1; c >= 0 && own.isEmpty(); c--) {
      own = row.get(c).strip();
    }
    return own;
  }

  /** The last level of a head; the level above where the last only says that it sums up. */
  private static String head(String printed) {
    String header = MARK.matcher(printed).replaceAll("");
    int slash = header.lastIndexOf('/');
    String last = header.substring(slash + 1);
    if (!last.equals("小计") || slash < 0) {
      return last;
    }
    String above = header.substring(0, slash);
    return above.substring(above.lastIndexOf('/') + 1);
  }

  private Optional<Figure> figure(
      Fact fact, TableData table, String name, @Nullable String item, @Nullable String code) {
    FactPlace place = fact.places().getFirst();
    FactPlace.Cell cell = Objects.requireNonNull(place.cell());
    return FigureRows.value(fact)
        .map(
            value ->
                new Figure(
                    place.section(),
                    name,
                    item == null || item.isEmpty() ? null : item,
                    code,
                    value,
                    fact.unit(),
                    fact.context().year(),
                    quote(table.rows().get(cell.row())),
                    place.page(),
                    true));
  }

  private static String quote(List<String> row) {
    return String.join(
        " ", row.stream().map(c -> c.replaceAll("\\s+", "")).filter(c -> !c.isEmpty()).toList());
  }
}
