package org.mingzhang.extract;

import java.util.ArrayList;
import java.util.List;
import org.mingzhang.model.Block;
import org.mingzhang.model.TableBlock;
import org.mingzhang.model.TextBlock;
import org.mingzhang.model.TextBlock.Emphasis;

/**
 * Collects the blocks of a document without fixed pages, such as Word or HTML. It counts pages by
 * the page breaks that its caller reports and drops text beyond the character limit. Not
 * thread-safe.
 */
public final class BlockCollector {
  private final List<Block> blocks = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private final int maxCharacters;
  private long characterCount;
  private int page = 1;
  private boolean atPageStart = true;

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

  /** Advances the page number by the pages that began inside the block added last. */
  public void skipPages(int count) {
    page += count;
  }

  /** The current page, from 1. */
  public int page() {
    return page;
  }

  /**
   * Adds a paragraph. Each line becomes a block; blank lines are dropped and runs of spaces
   * collapse to one, as in HTML.
   */
  public void addParagraph(String text, int outlineLevel, boolean inTableOfContents) {
    addParagraph(text, outlineLevel, inTableOfContents, Emphasis.PLAIN);
  }

  /** Adds a paragraph with its emphasis. */
  public void addParagraph(
      String text, int outlineLevel, boolean inTableOfContents, Emphasis emphasis) {
    for (String line : text.split("\n", -1)) {
      String single = line.replaceAll("[ \u00a0]{2,}", " ");
      addText(single, TextBlock.Kind.PARAGRAPH, outlineLevel, inTableOfContents, emphasis, 0);
    }
  }

  /** Adds one line as printed. */
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

  /** Adds a table that starts on the given page; a table without text is ignored. */
  public void addTable(TableGrid grid, int startPage) {
    grid.toBlock(startPage).ifPresent(this::add);
  }

  /** Adds a table that OCR recognized in a picture. */
  public void addTable(TableBlock recognized) {
    add(recognized.asRecognizedOnPage(page));
  }

  private void add(TableBlock table) {
    if (reserveCharacters(table.cells().stream().mapToLong(c -> c.text().length()).sum())) {
      blocks.add(table);
      atPageStart = false;
    }
  }

  /** Adds a warning about omitted content; a repeated warning is ignored. */
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
   * Cuts a text to the characters that remain, so that a page consisting of one line is not lost as
   * a whole.
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

  private boolean reserveCharacters(long length) {
    if (isFull() || characterCount + length > maxCharacters) {
      characterCount = maxCharacters;
      warnTruncated();
      return false;
    }
    characterCount += length;
    return true;
  }

  public List<Block> blocks() {
    return List.copyOf(blocks);
  }

  public List<String> warnings() {
    return List.copyOf(warnings);
  }
}
