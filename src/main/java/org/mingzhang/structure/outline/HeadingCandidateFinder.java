package org.mingzhang.structure.outline;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Block;
import org.mingzhang.model.TableBlock;
import org.mingzhang.model.TextBlock;
import org.mingzhang.text.PatternTable;
import org.mingzhang.text.TypographicSpaceRemover;

/** Finds the blocks that may be headings. Thread-safe. */
final class HeadingCandidateFinder {
  private static final int MAX_TITLE_LENGTH = 60;

  /**
   * Maximum length of a line, in characters, including the number of a table and spaces between
   * characters.
   */
  private static final int MAX_LINE_LENGTH = 3 * MAX_TITLE_LENGTH;

  /**
   * A table row as text: several cells, check boxes, a number after a wide gap, or a number before
   * the next numeral of a two-sided table.
   */
  private static final Pattern TABLE_ROW_TEXT =
      Pattern.compile(
          ".*[\\t☑□√].*|.*\\p{IsHan}\\s+-?\\d[\\d,.]*%?(?:\\s+-?[\\d,.]+%?)*"
              + "|.*\\p{IsHan}\\s+-?\\d[\\d,.\\s]*[一二三四五六七八九十]{1,3}、.*"
              + "|.*\\p{IsHan}[ \\u3000]+[一二三四五六七八九十]{1,3}、.*");

  /** Text that no title contains or begins with: sentence punctuation and list marks. */
  private static final Pattern NON_TITLE_TEXT =
      Pattern.compile("[。；：:！？]|^[^\\p{IsHan}\\d“《A-Za-z]|[，,]$");

  private static final Pattern BUDGET_ITEM =
      Pattern.compile(
          "^(?![^。；：:（(]{2,20}(?:项目|专项)列)\\p{IsHan}[^。；：:（(]{1,24}\\s*[（(]类[）)]"
              + "[^。；：:，,]{2,40}[（(]款[）)][^。；：:，,]{2,50}[（(]项[）)](?![、和及与])");
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(HeadingCandidateFinder.class);
  private static final Pattern MARK_OF_LOST_NUMERAL = PATTERNS.get("mark-only");
  private static final Pattern TABLE_LABEL = PATTERNS.get("table-label");
  private static final Pattern FORM_NUMBER = PATTERNS.get("heading-candidate-finder-form-number");
  private static final Pattern MENTION_OF_ANNEX = PATTERNS.get("annex-named");

  private final HeadingNumeralReader numeralReader = new HeadingNumeralReader();
  private final HeadingTitleReader titleReader = new HeadingTitleReader();
  private final HeadingEvidenceWeigher evidenceWeigher = new HeadingEvidenceWeigher();

  /**
   * Finds the candidates for headings, in reading order and with their costs, without those that
   * {@link DocumentTitleRemover} recognizes as the title of the document.
   */
  List<HeadingCandidate> find(List<Block> blocks) {
    List<HeadingCandidate> found = new ArrayList<>();
    NumeralConventions conventions = NumeralConventions.detect(blocks);
    Set<Integer> listed = AnnexListFinder.findBlockIndexes(blocks);
    for (int i = 0; i < blocks.size(); i++) {
      HeadingCandidate headingCandidate =
          switch (blocks.get(i)) {
            case TextBlock text -> findInText(i, text, conventions);
            case TableBlock table -> table.isRecognizedByOcr() ? null : findInTable(i, table);
          };
      if (headingCandidate != null && !listed.contains(i)) {
        found.add(headingCandidate);
      }
    }
    Set<Integer> captions =
        found.stream()
            .filter(c -> c.outlinePosition() == StandardTitles.OutlinePosition.CAPTION)
            .map(HeadingCandidate::blockIndex)
            .collect(Collectors.toSet());
    found.removeIf(c -> isFormNumberBesideCaption(c, captions));
    List<HeadingCandidate> declared = DeclaredLevelNormalizer.normalize(found);
    List<HeadingCandidate> all =
        UnlabeledAnnexFinder.withUnlabeledAnnexTitles(
            TypographicTitleFinder.withTypographicTitles(declared, blocks), blocks);
    return evidenceWeigher.weigh(DocumentTitleRemover.removeFrom(all), blocks);
  }

  /** Whether a line is only a form number: 预算01表. */
  static boolean isFormNumber(String line) {
    return FORM_NUMBER.matcher(line).matches();
  }

  /**
   * Whether a candidate is only the number of a table: 附表1 next to the table's caption, 附件2-1
   * between the caption and the table. Above a caption, 附件1 is an annex that begins with the table.
   */
  private static boolean isFormNumberBesideCaption(
      HeadingCandidate headingCandidate, Set<Integer> captions) {
    boolean above = captions.contains(headingCandidate.blockIndex() - 1);
    boolean below = captions.contains(headingCandidate.blockIndex() + 1);
    return headingCandidate.style() == NumeralStyle.ANNEX
        && (headingCandidate.title().text().startsWith("附表") ? above || below : above && !below);
  }

  private @Nullable HeadingCandidate findInText(
      int index, TextBlock block, NumeralConventions conventions) {
    String text = block.text().strip();
    if (TABLE_ROW_TEXT.matcher(text).matches()
        || MENTION_OF_ANNEX.matcher(text).matches()
        || isFormNumber(text)) {
      return null;
    }
    HeadingNumeral numeral = numeralReader.read(text, conventions);
    if (numeral != null && numeral.style() == NumeralStyle.ANNEX && numeral.rest().isBlank()) {
      return createAnnexLabel(index, block, numeral);
    }
    if (numeral != null) {
      HeadingTitle title = titleReader.read(numeral.rest());
      return title.text().isEmpty()
          ? null
          : HeadingCandidate.ofText(
              index,
              block,
              numeral.style(),
              numeral.ordinal(),
              numeral.printed(),
              title,
              StandardTitles.findOutlinePosition(title.text()));
    }
    if (MARK_OF_LOST_NUMERAL.matcher(text).matches()) {
      return createWithLostNumeral(index, block, NumeralStyle.HAN, text.substring(1));
    }
    return BUDGET_ITEM.matcher(text).find()
        ? createWithLostNumeral(index, block, NumeralStyle.DIGIT, text)
        : findUnnumbered(index, block, text);
  }

  /** Creates a candidate for a budget subject, or for a title whose number was lost. */
  private HeadingCandidate createWithLostNumeral(
      int index, TextBlock block, NumeralStyle style, String text) {
    return HeadingCandidate.ofText(
        index, block, style, HeadingCandidate.LOST_ORDINAL, "", titleReader.read(text), null);
  }

  private static HeadingCandidate createAnnexLabel(
      int index, TextBlock block, HeadingNumeral numeral) {
    boolean numbered = numeral.ordinal() > 0;
    return HeadingCandidate.ofText(
        index,
        block,
        numbered ? NumeralStyle.ANNEX : NumeralStyle.NONE,
        numeral.ordinal(),
        "",
        HeadingTitleReader.readWholeParagraph(block.text()),
        numbered ? null : StandardTitles.OutlinePosition.PART);
  }

  private static @Nullable HeadingCandidate findUnnumbered(
      int index, TextBlock block, String text) {
    if (text.length() > MAX_LINE_LENGTH) {
      return null;
    }
    Matcher label = TABLE_LABEL.matcher(text);
    String number = label.find() ? TypographicSpaceRemover.remove(label.group()) : "";
    String words = number.isEmpty() ? text : text.substring(label.end());
    String title = HeadingTitleReader.clean(words);
    boolean sentence = NON_TITLE_TEXT.matcher(words).find() && !words.endsWith("）");
    if (title.length() > MAX_TITLE_LENGTH || title.length() < 2) {
      return null;
    }
    StandardTitles.OutlinePosition place =
        sentence ? null : StandardTitles.findOutlinePosition(title);
    if (place == null && (block.outlineLevel() == 0 || sentence)) {
      return null;
    }
    return HeadingCandidate.ofText(
        index,
        block,
        NumeralStyle.NONE,
        0,
        number,
        HeadingTitleReader.readWholeParagraph(words),
        place);
  }

  /**
   * The candidate in a table whose first row is one cell with a caption, as in spreadsheets; null
   * for other tables.
   */
  private static @Nullable HeadingCandidate findInTable(int index, TableBlock table) {
    List<TableBlock.Cell> first =
        table.cells().stream().filter(c -> c.row() == 0 && !c.text().isBlank()).toList();
    if (first.size() != 1 || table.rows() < 3) {
      return null;
    }
    String title = HeadingTitleReader.clean(first.get(0).text());
    if (StandardTitles.findOutlinePosition(title) != StandardTitles.OutlinePosition.CAPTION
        || title.length() > MAX_TITLE_LENGTH) {
      return null;
    }
    return HeadingCandidate.createUnnumbered(
        index,
        table.page(),
        HeadingTitle.ofWholeParagraph(TypographicSpaceRemover.remove(title)),
        StandardTitles.OutlinePosition.CAPTION,
        0);
  }
}
