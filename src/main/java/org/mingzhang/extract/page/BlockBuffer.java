package org.mingzhang.extract.page;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.mingzhang.extract.ExtractionLimits;
import org.mingzhang.extract.RefusedException;
import org.mingzhang.extract.RefusedException.Reason;
import org.mingzhang.model.Block;
import org.mingzhang.model.TableBlock;
import org.mingzhang.model.TextBlock;

/**
 * The blocks of a file while its pages are read, within limits of time and characters. One buffer a
 * file; not safe on many threads.
 */
public final class BlockBuffer {
  /** Part of the time kept for what comes after the pages, so that what was read is not lost. */
  private static final double RESERVED_TIME_SHARE = 0.15;

  private final ExtractionLimits limits;
  private final Instant deadline;
  private final Instant recognitionDeadline;
  private final List<Block> blocks = new ArrayList<>();
  private long characters;

  /** An empty buffer; the time runs from now. */
  public BlockBuffer(ExtractionLimits limits) {
    this.limits = limits;
    Instant now = Instant.now();
    this.deadline = end(now, limits.time());
    this.recognitionDeadline = end(now, limits.totalTime());
  }

  private static Instant end(Instant now, Duration time) {
    return now.plusMillis((long) ((1 - RESERVED_TIME_SHARE) * time.toMillis()));
  }

  /** When reading must end that recognises pages. */
  public Instant recognitionDeadline() {
    return recognitionDeadline;
  }

  /**
   * Asks whether there is time for another page.
   *
   * @param page 1-based page
   * @param pages number of pages
   * @throws RefusedException if there is not, or if the thread was told to stop
   */
  public void beginPage(int page, int pages) throws RefusedException {
    if (Instant.now().isAfter(deadline) || Thread.currentThread().isInterrupted()) {
      throw new RefusedException(
          Reason.TOO_SLOW,
          "page " + page + " of " + pages + " was not reached within " + seconds() + " seconds");
    }
  }

  private long seconds() {
    return limits.time().toSeconds();
  }

  /**
   * Adds a page's blocks.
   *
   * @throws RefusedException if there is more text than the limits allow
   */
  public void add(List<Block> pageBlocks) throws RefusedException {
    for (Block block : pageBlocks) {
      characters += length(block);
      blocks.add(block);
    }
    if (characters > limits.maxCharacters()) {
      throw new RefusedException(
          Reason.TOO_LARGE, "more than " + limits.maxCharacters() + " characters of text");
    }
  }

  private static long length(Block block) {
    return switch (block) {
      case TextBlock text -> text.text().length();
      case TableBlock table -> table.cells().stream().mapToLong(c -> c.text().length()).sum();
    };
  }

  /** Whether no page gave any text. */
  public boolean isEmpty() {
    return characters == 0;
  }

  /** The blocks so far, in reading order. */
  public List<Block> blocks() {
    return blocks;
  }
}
