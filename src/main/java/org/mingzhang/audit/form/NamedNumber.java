package org.mingzhang.audit.form;

import java.math.BigDecimal;
import org.mingzhang.audit.check.AccountTable;
import org.mingzhang.audit.check.CompactParagraph;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.model.Finding.QuoteLocation;
import org.mingzhang.text.AccountColumnRoles.ColumnBlock;

/**
 * A number of a sentence or of a table with the words that tell what it is a number of. The words
 * are looked up when they are asked for, since few numbers are compared.
 *
 * @param value 元 for money, percent for rates, otherwise the number of {@code unit}
 * @param printed its digits and its unit
 * @param unit 元 for all money, otherwise the printed unit
 */
record NamedNumber(BigDecimal value, String printed, String unit, Place place) {

  /** Where a number is printed. */
  sealed interface Place {
    /** The words that name the number. */
    String label();

    /** Words that tell the year, stage and fund of the number if its label does not. */
    String surroundings();

    QuoteLocation location();
  }

  /**
   * A number of a sentence, named by the words before it in its clause.
   *
   * @param previousEnd offset in the paragraph without white space after the number before it, or 0
   * @param start offset of the number
   * @param end offset after its unit
   * @param index index of the number among those of all sentences, in reading order
   */
  record InSentence(CompactParagraph paragraph, int previousEnd, int start, int end, int index)
      implements Place {
    private static final String CLAUSE_STOPS = "，。；";
    private static final String SENTENCE_STOPS = "。；";

    /** Maximum number of characters before the label that are looked at. */
    private static final int MAX_SURROUNDINGS = 200;

    private static final int MAX_LABEL = 60;

    private int labelStart() {
      String text = paragraph.unspacedText();
      int from = start;
      int first = Math.max(previousEnd, start - MAX_LABEL);
      while (from > first && CLAUSE_STOPS.indexOf(text.charAt(from - 1)) < 0) {
        from--;
      }
      return from;
    }

    @Override
    public String label() {
      return paragraph.unspacedText().substring(labelStart(), start);
    }

    /** The heading of the section and the words before the label. */
    @Override
    public String surroundings() {
      int to = labelStart();
      int from = Math.max(0, to - MAX_SURROUNDINGS);
      return paragraph.section().title() + "\n" + paragraph.unspacedText().substring(from, to);
    }

    @Override
    public QuoteLocation location() {
      return FindingDraft.locationOf(paragraph, labelStart(), end);
    }

    /** Whether the number before this one is in the same sentence. */
    boolean isInSentenceOfPrevious() {
      return previousEnd > 0
          && paragraph
              .unspacedText()
              .substring(previousEnd, start)
              .chars()
              .noneMatch(c -> SENTENCE_STOPS.indexOf(c) >= 0);
    }
  }

  /** A number of a table, named by its row. */
  record InTable(AccountTable table, ColumnBlock block, int row, int column) implements Place {
    @Override
    public String label() {
      return table.label(row, block);
    }

    /** The title of the table and the header of the column. */
    @Override
    public String surroundings() {
      return table.data().title() + "\n" + table.data().header().get(column);
    }

    @Override
    public QuoteLocation location() {
      return FindingDraft.locationOf(table, row, table.quote(row, block));
    }
  }

  String label() {
    return place.label();
  }

  String surroundings() {
    return place.surroundings();
  }

  QuoteLocation location() {
    return place.location();
  }

  boolean isInTable() {
    return place instanceof InTable;
  }

  /** Whether both are numbers of sentences and this one is read first. */
  boolean isBefore(NamedNumber other) {
    return place instanceof InSentence own
        && other.place instanceof InSentence later
        && own.index() < later.index();
  }
}
