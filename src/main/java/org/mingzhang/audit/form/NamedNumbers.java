package org.mingzhang.audit.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import org.mingzhang.audit.check.AccountTable;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CompactParagraph;
import org.mingzhang.audit.check.PrintedNumbers;
import org.mingzhang.text.AccountColumnRoles.ColumnBlock;
import org.mingzhang.text.AmountParser;
import org.mingzhang.text.PatternTable;
import org.mingzhang.text.PrefilteredPattern;

/**
 * The numbers that a document prints with a unit: those of its sentences, and the amounts of its
 * tables.
 *
 * @param inSentences the numbers of sentences, in reading order
 * @param byUnit for each unit the numbers of each value, in reading order, sentences first
 */
record NamedNumbers(
    List<NamedNumber> inSentences, Map<String, Map<BigDecimal, List<NamedNumber>>> byUnit) {
  private static final PatternTable PATTERNS = PatternTable.readForPackageOf(NamedNumbers.class);
  private static final PrefilteredPattern NUMBER = PATTERNS.getPrefiltered("number-with-unit");
  private static final String YUAN = "元";

  /** Maximum number of numbers on each side of a number that are taken for its sentence. */
  private static final int MAX_NUMBERS_BESIDE = 16;

  static NamedNumbers readAll(AuditedDocument document) {
    NamedNumbers numbers = new NamedNumbers(new ArrayList<>(), new HashMap<>());
    for (CompactParagraph paragraph : document.paragraphs()) {
      document.throwIfTimeExhausted();
      numbers.addAll(paragraph);
    }
    document.tables().forEach(numbers::addAll);
    return numbers;
  }

  /** The numbers with a value; empty if there are none. */
  List<NamedNumber> find(String unit, BigDecimal value) {
    return byUnit.getOrDefault(unit, Map.of()).getOrDefault(value.stripTrailingZeros(), List.of());
  }

  /** The numbers of the sentence of a number, itself included; empty for a number of a table. */
  List<NamedNumber> findInSentenceOf(NamedNumber number) {
    if (!(number.place() instanceof NamedNumber.InSentence own)) {
      return List.of();
    }
    int from = own.index();
    while (from > own.index() - MAX_NUMBERS_BESIDE && isInSentenceOfPrevious(from)) {
      from--;
    }
    int to = own.index() + 1;
    while (to < Math.min(inSentences.size(), own.index() + MAX_NUMBERS_BESIDE)
        && isInSentenceOfPrevious(to)) {
      to++;
    }
    return inSentences.subList(from, to);
  }

  private boolean isInSentenceOfPrevious(int index) {
    return inSentences.get(index).place() instanceof NamedNumber.InSentence own
        && own.isInSentenceOfPrevious();
  }

  private void add(NamedNumber number) {
    byUnit
        .computeIfAbsent(number.unit(), u -> new HashMap<>())
        .computeIfAbsent(number.value().stripTrailingZeros(), v -> new ArrayList<>())
        .add(number);
  }

  private void addAll(CompactParagraph paragraph) {
    int before = 0;
    for (MatchResult match : paragraph.findMatches(NUMBER)) {
      String unit = match.group("unit");
      BigDecimal value = PrintedNumbers.parse(match.group("number"));
      boolean money = unit.endsWith(YUAN);
      NamedNumber number =
          new NamedNumber(
              money ? value.scaleByPowerOfTen(AmountParser.powerOfTen(unit)) : value,
              match.group(),
              money ? YUAN : unit,
              new NamedNumber.InSentence(
                  paragraph, before, match.start(), match.end(), inSentences.size()));
      add(number);
      inSentences.add(number);
      before = match.end();
    }
  }

  private void addAll(AccountTable table) {
    String unit = table.data().unit();
    if (unit == null) {
      return;
    }
    for (ColumnBlock block : table.columns().blocks()) {
      for (int row = 0; row < table.rowCount(); row++) {
        for (int column : block.amountColumns()) {
          BigDecimal value = table.amountOrZero(row, column);
          if (value.signum() > 0) {
            add(
                new NamedNumber(
                    value.scaleByPowerOfTen(AmountParser.powerOfTenOrZero(unit)),
                    table.data().rows().get(row).get(column) + unit,
                    YUAN,
                    new NamedNumber.InTable(table, block, row, column)));
          }
        }
      }
    }
  }
}
