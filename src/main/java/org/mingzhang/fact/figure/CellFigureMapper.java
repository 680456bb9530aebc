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
import org.mingzhang.model.FactLocation;
import org.mingzhang.model.Figure;
import org.mingzhang.model.TableData;
import org.mingzhang.text.AccountColumnRoles;
import org.mingzhang.text.PatternTable;

/**
 * Maps facts of table cells to figures. If the rows have codes, the column header is the name and
 * the row is the item; otherwise the row label is the name. Totals, the three public expenses and
 * procurement have the same names as in sentences. Not thread-safe.
 */
final class CellFigureMapper {
  private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");
  private static final Pattern LEADING_NUMERAL =
      Pattern.compile("^(?:其中[:：]|[(（]?[一二三四五六七八九十\\d]+[)）、.．]\\s*)+");
  private static final Pattern SIDE_MARK = Pattern.compile("[(（][左右\\d][)）]|\\s");
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(CellFigureMapper.class);
  private static final Pattern TOTAL_LABEL = PATTERNS.get("total");

  private final Disclosure disclosure;
  private final FigureNames names;
  private final Map<Integer, List<CodedColumnBlock>> blocksByTable = new HashMap<>();

  CellFigureMapper(Disclosure disclosure, FigureNames names) {
    this.disclosure = disclosure;
    this.names = names;
  }

  /** A block of columns, and the full names of the items of its rows if these have codes. */
  private record CodedColumnBlock(
      AccountColumnRoles.ColumnBlock columns, List<BudgetItemPaths.@Nullable CodedRow> rows) {
    /** Whether the block has a column of codes. */
    boolean hasCodes() {
      return !columns.codeColumns().isEmpty();
    }
  }

  /**
   * Maps a fact to a figure; empty if its number cannot be read.
   *
   * @param cell the cell of the fact, which must be in a column of amounts
   */
  Optional<Figure> toFigure(Fact fact, FactLocation.Cell cell) {
    TableData table = disclosure.tables().get(cell.tableIndex());
    CodedColumnBlock block = findBlock(cell);
    String label = labelOf(block, table.rows().get(cell.row()));
    BudgetItemPaths.CodedRow coded = block.rows().isEmpty() ? null : block.rows().get(cell.row());
    boolean group = coded == null && label.length() > 2 && label.endsWith("合计");
    if (block.hasCodes() && !group) {
      String item = coded == null ? label : coded.fullName();
      String code = coded == null ? null : coded.code();
      return createFigure(fact, table, columnName(table.header().get(cell.column())), item, code);
    }
    if (block.hasCodes()) {
      return createFigure(fact, table, label, null, null);
    }
    boolean ofProject = names.hasProjectItems(fact.account()) && fact.context().item() != null;
    return ofProject
        ? createFigure(fact, table, fact.account(), fact.context().item(), null)
        : createFigure(fact, table, rowName(fact, label), null, null);
  }

  private String rowName(Fact fact, String label) {
    String plain = LEADING_NUMERAL.matcher(label).replaceFirst("");
    boolean byAccount =
        fact.context().item() == null
            && (plain.isEmpty()
                || TOTAL_LABEL.matcher(plain).matches()
                || names.hasFixedName(fact.account(), plain));
    String own = names.isAccountWithOwner(fact.account(), plain) ? fact.account() : plain;
    return byAccount ? names.amountName(fact) : own + names.budgetSuffix(fact);
  }

  private CodedColumnBlock findBlock(FactLocation.Cell cell) {
    return blocksByTable.computeIfAbsent(cell.tableIndex(), this::readBlocks).stream()
        .filter(b -> b.columns().amountColumns().contains(cell.column()))
        .findFirst()
        .orElseThrow();
  }

  private List<CodedColumnBlock> readBlocks(int tableIndex) {
    TableData table = disclosure.tables().get(tableIndex);
    List<CodedColumnBlock> blocks = new ArrayList<>();
    for (AccountColumnRoles.ColumnBlock columns :
        AccountColumnRoles.determine(table.header(), table.rows()).blocks()) {
      blocks.add(new CodedColumnBlock(columns, BudgetItemPaths.readCodedRows(table, columns)));
    }
    return blocks;
  }

  /**
   * The label of a row. A label that is merged over the columns of its row is looked for to the
   * left of the amounts.
   */
  private static String labelOf(CodedColumnBlock block, List<String> row) {
    String own = block.columns().findLabel(row);
    for (int c = block.columns().amountColumns().getFirst() - 1; c >= 0 && own.isEmpty(); c--) {
      own = row.get(c).strip();
    }
    return own;
  }

  /** The last level of a header, or the level above if the last is 小计. */
  private static String columnName(String printed) {
    String header = SIDE_MARK.matcher(printed).replaceAll("");
    int slash = header.lastIndexOf('/');
    String last = header.substring(slash + 1);
    if (!last.equals("小计") || slash < 0) {
      return last;
    }
    String above = header.substring(0, slash);
    return above.substring(above.lastIndexOf('/') + 1);
  }

  private Optional<Figure> createFigure(
      Fact fact, TableData table, String name, @Nullable String item, @Nullable String code) {
    FactLocation.Cell cell = Objects.requireNonNull(fact.locations().getFirst().cell());
    String quote = quote(table.rows().get(cell.row()));
    return FigureDeriver.createFigure(
        fact, name, item == null || item.isEmpty() ? null : item, code, quote, true);
  }

  private static String quote(List<String> row) {
    return String.join(
        " ",
        row.stream()
            .map(c -> WHITE_SPACE.matcher(c).replaceAll(""))
            .filter(c -> !c.isEmpty())
            .toList());
  }
}
