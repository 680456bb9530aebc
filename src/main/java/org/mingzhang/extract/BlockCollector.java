package org.mingzhang.extract;

import java.util.ArrayList;
import java.util.List;
import org.mingzhang.model.Block;
import org.mingzhang.model.TableBlock;
import org.mingzhang.model.TextBlock;
import org.mingzhang.model.TextBlock.Emphasis;

/**
 * Collects the blocks of a document without fixed pages, such as Word or HTML. It counts pages by
 * the page breaks that its caller reports and keeps the text within the character limit: the
 * paragraph that exceeds it is cut, a table that exceeds it is dropped as a whole, nothing is added
 * after that, and a warning says so. Not thread-safe.
 */
public final class BlockCollector {
  private final List<Block> blocks = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private final int maxCharacters;
  private long characterCount;
  private int page = 1;
  private boolean atPageStart = true;

  /**
   * Creates an empty collector on page 1.
   *
   * @param limits only the limit of characters is used; one character is a UTF-16 unit
   */
  public BlockCollector(ExtractionLimits limits) {
    this.maxCharacters = limits.maxCharacters();
  }

  /** Starts a new page at an explicit page break. */
  public void breakPage() {
    page++;
    atPageStart = true;
  }

  /**
   * Starts a new page at a break that the word processor recorded when it last laid out the file;
   * ignored where the page has no content yet.
   */
  public void addRenderedPageBreak() {
    if (!atPageStart) {
      breakPage();
    }
  }

  /**
   * Advances the page number by the pages that began inside the block added last; that block keeps
   * the page on which it starts.
   *
   * @param count number of pages, at least 0
   */
  public void advancePages(int count) {
    page += count;
  }

  /** The current page, from 1. */
  public int page() {
    return page;
  }

  /**
   * Adds a paragraph without emphasis. Each line becomes a block on the current page; blank lines
   * are dropped and runs of spaces collapse to one, as in HTML.
   *
   * @param text may contain {@code \n}
   * @param outlineLevel 1-based; 0 for body text
   * @param inTableOfContents whether the original declares the paragraph an entry of a table of
   *     contents
   */
  public void addParagraph(String text, int outlineLevel, boolean inTableOfContents) {
    addParagraph(text, outlineLevel, inTableOfContents, Emphasis.PLAIN);
  }

  /**
   * Adds a paragraph like {@link #addParagraph(String, int, boolean)}, with the emphasis that all
   * of its lines have.
   */
  public void addParagraph(
      String text, int outlineLevel, boolean inTableOfContents, Emphasis emphasis) {
    for (String line : text.split("\n", -1)) {
      String single = line.replaceAll("[ \u00a0]{2,}", " ");
      addText(single, TextBlock.Kind.PARAGRAPH, outlineLevel, inTableOfContents, emphasis, 0);
    }
  }

  /**
   * Adds one visual line. Its leading blanks are counted as its indent, blanks inside it are kept;
   * a blank line is ignored.
   */
  public void addLine(String text) {
    addText(text, TextBlock.Kind.LINE, 0, false, Emphasis.PLAIN, TextCleaner.countIndent(text));
  }

  private void addText(
      String text,
      TextBlock.Kind kind,
      int outlineLevel,
      boolean inTableOfContents,
      Emphasis emphasis,
      int indent) {
    String clean = truncate(TextCleaner.cleanToOneLine(text));
    if (!clean.isEmpty() && reserveCharacters(clean.length())) {
      blocks.add(
          new TextBlock(
              page, clean, kind, outlineLevel, inTableOfContents, null, emphasis, indent));
      atPageStart = false;
    }
  }

  /**
   * Adds a table; one without text is ignored.
   *
   * @param startPage 1-based page on which it starts, which may be before the current page
   */
  public void addTable(TableGrid grid, int startPage) {
    grid.toBlock(startPage).ifPresent(this::add);
  }

  /**
   * Adds a table that OCR recognized in a picture. Its copy is on the current page, marked as
   * recognized and without column edges.
   */
  public void addRecognizedTable(TableBlock recognizedTable) {
    add(recognizedTable.asRecognizedOnPage(page));
  }

  private void add(TableBlock table) {
    if (reserveCharacters(table.cells().stream().mapToLong(c -> c.text().length()).sum())) {
      blocks.add(table);
      atPageStart = false;
    }
  }

  /** Adds a warning about omitted content; a sentence that was added before is ignored. */
  public void addWarning(String sentence) {
    if (!warnings.contains(sentence)) {
      warnings.add(sentence);
    }
  }

  /** Whether the character limit has been reached, so that further text is dropped. */
  public boolean isFull() {
    return characterCount >= maxCharacters;
  }

  /**
   * Cuts a text to the characters that remain, so that a page that consists of one long line is not
   * lost as a whole. A text is returned uncut if no character remains.
   */
  private String truncate(String text) {
    long room = maxCharacters - characterCount;
    if (text.length() <= room || room <= 0) {
      return text;
    }
    warnTruncated();
    int end = (int) room;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
  }

  private void warnTruncated() {
    addWarning("Only the first " + maxCharacters + " characters of the text were read.");
  }

  /**
   * Counts a block of this length if it fits into the limit; returns whether it does. If not, the
   * limit counts as reached from then on.
   */
  private boolean reserveCharacters(long length) {
    if (isFull() || characterCount + length > maxCharacters) {
      characterCount = maxCharacters;
      warnTruncated();
      return false;
    }
    characterCount += length;
    return true;
  }

  /** A copy of the blocks added so far, in reading order. */
  public List<Block> blocks() {
    return List.copyOf(blocks);
  }

  /** A copy of the warnings added so far, in the order in which they were first added. */
  public List<String> warnings() {
    return List.copyOf(warnings);
  }
}
