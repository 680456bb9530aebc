package org.mingzhang.structure.lattice.schema;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.mingzhang.structure.lattice.ColumnType;
import org.mingzhang.text.TextFunctionCache;
import org.mingzhang.text.TsvResource;

/** Maps column titles of tables of accounts, projects or agencies to column types. */
public final class AccountTitleMapper {
  private static final List<Map.Entry<ColumnType, Pattern>> TITLES =
      TsvResource.parseRows(
          ColumnType.class,
          "account-titles.tsv",
          3,
          row -> Map.entry(ColumnType.valueOf(row.get(0)), Pattern.compile(row.get(1))));

  private static final Pattern REMARK = Pattern.compile("[（(][^（()）%％‰]{0,16}[）)]");

  /**
   * A unit of money, area or length after a title, which shows that its column contains numbers:
   * 补助标准（元/亩）.
   */
  private static final Pattern UNIT_AFTER_TITLE =
      Pattern.compile("(?<=.)[（(](?:[万亿]?元(?:/.{1,3})?|万?亩|公里)[）)]$");

  private static final TextFunctionCache<ColumnType> TYPES =
      new TextFunctionCache<>(AccountTitleMapper::matchTitle);

  private AccountTitleMapper() {}

  /**
   * The type of a column by its title, from which blanks and short remarks in brackets are removed.
   * A title with a unit that is unknown or of a text is that of amounts; any other unknown title
   * has {@link ColumnType#ANY}.
   */
  public static ColumnType findType(String title) {
    return TYPES.getOrCompute(title);
  }

  private static ColumnType matchTitle(String title) {
    String tight = title.replace(" ", "");
    String plain = REMARK.matcher(tight).replaceAll("");
    ColumnType type =
        TITLES.stream()
            .filter(t -> t.getValue().matcher(plain.isEmpty() ? tight : plain).matches())
            .map(Map.Entry::getKey)
            .findFirst()
            .orElse(ColumnType.ANY);
    boolean words = type == ColumnType.ANY || type == ColumnType.TEXT;
    return words && UNIT_AFTER_TITLE.matcher(tight).find() ? ColumnType.AMOUNT : type;
  }
}
