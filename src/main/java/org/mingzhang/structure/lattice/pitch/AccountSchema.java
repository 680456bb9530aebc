package org.mingzhang.structure.lattice.pitch;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.mingzhang.structure.lattice.Column;
import org.mingzhang.structure.lattice.ColumnType;
import org.mingzhang.structure.lattice.LatticeCosts;
import org.mingzhang.structure.lattice.schema.AccountColumnFactory;
import org.mingzhang.structure.lattice.schema.AccountTitleMapper;
import org.mingzhang.structure.lattice.schema.FundingTitleMapper;
import org.mingzhang.text.ColumnTitles;
import org.mingzhang.text.PatternTable;
import org.mingzhang.text.TsvResource;

/** The column titles of a table of accounts or projects, which may have column groups. */
final class AccountSchema implements TitleSchema {
  /** The kind of a group title in {@code account-groups.tsv}. */
  private enum GroupKind {
    /** The title of the columns of names and codes. */
    KEY,
    /** The title of a group of columns of amounts. */
    AMOUNTS,
    /** The title of one side of a table of two sides. */
    SIDE,
    /** A complete title that begins with the title of a group. */
    WHOLE,
    /** The titles of a table whose only row has no label. */
    UNLABELLED
  }

  /**
   * A pattern of group titles and of the column titles below them: a row of {@code
   * account-groups.tsv}.
   *
   * @param cost cost of reading the title as that of a group
   * @param title the title of the group, or all titles of an unlabeled table
   * @param columnTitles the titles of its columns
   */
  private record ColumnGroupPattern(
      GroupKind kind, double cost, Pattern title, Pattern columnTitles) {
    boolean matches(String group, String column, boolean isFirstColumn) {
      boolean begins =
          !isFirstColumn || kind != GroupKind.SIDE || FIRST_TITLE_OF_SIDE.matcher(column).matches();
      return title.matcher(group).matches()
          && (column.isEmpty() || (begins && columnTitles.matcher(column).matches()));
    }
  }

  private static final List<ColumnGroupPattern> GROUPS =
      TsvResource.parseRows(
          ColumnType.class,
          "account-groups.tsv",
          5,
          row ->
              new ColumnGroupPattern(
                  GroupKind.valueOf(row.get(0)),
                  row.get(1).equals("x")
                      ? LatticeCosts.INFINITE_COST
                      : Double.parseDouble(row.get(1)),
                  Pattern.compile(row.get(2)),
                  Pattern.compile(row.get(3))));

  private static final PatternTable PATTERNS = PatternTable.readForPackageOf(AccountSchema.class);
  private static final Pattern LIKELY_HEADER = PATTERNS.get("account-schema-likely");

  private static final Pattern FIRST_TITLE_OF_SIDE = PATTERNS.get("side-key");

  /**
   * A word that no title contains: a number or percentage, a word with a colon, a comma, a
   * semicolon or a full stop, or one that begins with a list number. 其中： may precede a title.
   */
  private static final Pattern NON_TITLE_WORD =
      Pattern.compile(
          "[-－]?[\\d,]*\\d[\\d,.]*[%％]?|(?:其中[:：])?+.*[:：，。；].*|[一二三四五六七八九十]{1,3}、.*|[（(][一二三四五六七八九十]{1,3}[）)].*");

  private static final Pattern NON_TITLE = PATTERNS.get("no-title");

  private static final Pattern TABLE_END = PATTERNS.get("account-schema-table-end");

  /**
   * Minimum number of titles of amounts in a header without a known title of the column of names.
   */
  private static final int MIN_AMOUNT_TITLES = 3;

  /** Maximum cost of a title that is certainly the title of a group. */
  private static final double MAX_KNOWN_GROUP_COST = 0.1;

  @Override
  public boolean isLikelyHeader(String unspacedText) {
    return LIKELY_HEADER.matcher(unspacedText).matches();
  }

  @Override
  public double titleCost(String title, boolean isFirstColumn) {
    if (!AccountColumnFactory.mayBeTitle(title) || NON_TITLE.matcher(title).matches()) {
      return LatticeCosts.INFINITE_COST;
    }
    return isKnownTitle(title) ? 0 : LatticeCosts.parameter("pitch_unknown_title");
  }

  private static boolean isKnownTitle(String title) {
    return title.endsWith("分类") || AccountTitleMapper.findType(title) != ColumnType.ANY;
  }

  @Override
  public double groupCost(String title, String column, boolean isFirstColumn) {
    return GROUPS.stream()
        .filter(group -> isColumnGroup(group) && group.matches(title, column, isFirstColumn))
        .map(ColumnGroupPattern::cost)
        .findFirst()
        .orElse(LatticeCosts.INFINITE_COST);
  }

  private static boolean isColumnGroup(ColumnGroupPattern group) {
    return group.kind() != GroupKind.WHOLE && group.kind() != GroupKind.UNLABELLED;
  }

  @Override
  public boolean isSideOfTwoSidedTable(String group, String firstColumnTitle) {
    return GROUPS.stream()
        .anyMatch(g -> g.kind() == GroupKind.SIDE && g.matches(group, firstColumnTitle, true));
  }

  @Override
  public double ungroupedCost() {
    return LatticeCosts.parameter("pitch_ungrouped");
  }

  @Override
  public double costReductionPerWord() {
    return LatticeCosts.parameter("pitch_account_title_word");
  }

  @Override
  public boolean mayBeTitleWord(String word) {
    return !NON_TITLE_WORD.matcher(word).matches();
  }

  @Override
  public boolean mayContainGroup(String outer, String inner) {
    return AccountTitleMapper.findType(inner) != ColumnType.CODE
        || AccountTitleMapper.findType(outer) == ColumnType.ACCOUNT_NAME;
  }

  @Override
  public double stackedTitleCost(List<String> words) {
    for (int i = 1; i < words.size(); i++) {
      String above = String.join("", words.subList(0, i));
      String below = String.join("", words.subList(i, words.size()));
      boolean column = below.length() > 1 && isKnownTitle(below);
      boolean whole =
          GROUPS.stream()
              .anyMatch(g -> g.kind() == GroupKind.WHOLE && g.matches(above + below, "", false));
      boolean group =
          GROUPS.stream()
              .anyMatch(g -> g.cost() <= MAX_KNOWN_GROUP_COST && g.matches(above, below, false));
      if (column && group && !whole) {
        return LatticeCosts.parameter("pitch_stacked_titles");
      }
    }
    return 0;
  }

  @Override
  public boolean isBlockLabel(String title) {
    return false;
  }

  @Override
  public List<Column> createColumns(List<String> titles) {
    if (titles.stream()
        .map(ColumnTitles::lastLevel)
        .anyMatch(AccountSchema::isPerformanceFormTitle)) {
      return List.of();
    }
    return areTitlesOfUnlabeledTable(titles)
        ? titles.stream().map(title -> new Column(title, ColumnType.AMOUNT)).toList()
        : AccountColumnFactory.create(titles);
  }

  @Override
  public List<Column> createColumns(List<String> titles, FirstRowContent firstRow) {
    List<Column> known = createColumns(titles);
    boolean named = firstRow == FirstRowContent.NAME_AND_AMOUNTS;
    if (titles.size() < MIN_AMOUNT_TITLES || (known.isEmpty() && !endsWithAmount(titles))) {
      return known;
    }
    if (!known.isEmpty() && !(named && areAllAmounts(known))) {
      return known;
    }
    List<Column> columns =
        titles.stream()
            .map(
                title ->
                    new Column(title, AccountTitleMapper.findType(ColumnTitles.lastLevel(title))))
            .toList();
    List<Column> further = columns.subList(1, columns.size());
    boolean mayLackName = columns.size() >= MIN_AMOUNT_TITLES && areAllAmounts(columns);
    if (mayLackName && firstRow == FirstRowContent.AMOUNTS) {
      return columns;
    }
    if (mayLackName && named) {
      columns = new ArrayList<>(columns);
      columns.addFirst(new Column("", ColumnType.ACCOUNT_NAME));
      return List.copyOf(columns);
    }
    if (further.size() >= MIN_AMOUNT_TITLES
        && columns.getFirst().type() == ColumnType.ANY
        && areAllAmounts(further)
        && AccountColumnFactory.mayBeTitle(titles.getFirst())) {
      columns = new ArrayList<>(columns);
      columns.set(0, new Column(titles.getFirst(), ColumnType.ACCOUNT_NAME));
      return List.copyOf(columns);
    }
    return List.of();
  }

  private static boolean endsWithAmount(List<String> titles) {
    return AccountTitleMapper.findType(ColumnTitles.lastLevel(titles.getLast()))
        == ColumnType.AMOUNT;
  }

  private static boolean areAllAmounts(List<Column> columns) {
    return columns.stream().allMatch(c -> c.type() == ColumnType.AMOUNT);
  }

  /**
   * Whether the titles are those of amounts in a table whose only row has no label: 因公出国（境）费, 公务接待费
   * ….
   */
  private static boolean areTitlesOfUnlabeledTable(List<String> titles) {
    String all = String.join("", titles);
    return GROUPS.stream()
            .anyMatch(g -> g.kind() == GroupKind.UNLABELLED && g.title().matcher(all).matches())
        && titles.stream()
            .map(title -> AccountTitleMapper.findType(ColumnTitles.lastLevel(title)))
            .allMatch(ColumnType.AMOUNT::equals);
  }

  /** Whether a title occurs only in performance forms, such as that of points. */
  private static boolean isPerformanceFormTitle(String title) {
    return FundingTitleMapper.findType(title) == ColumnType.FUNDING_POINTS
        || title.matches("[一二三]级指标");
  }

  @Override
  public boolean hasUntitledFirstColumn() {
    return false;
  }

  @Override
  public boolean isEndOfTable(FixedPitchLine line) {
    return TABLE_END.matcher(line.unspacedText()).matches();
  }
}
