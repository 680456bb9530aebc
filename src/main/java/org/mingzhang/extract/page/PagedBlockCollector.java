package org.mingzhang.extract.page;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.mingzhang.extract.ExtractionLimits;
import org.mingzhang.extract.FileRefusedException;
import org.mingzhang.extract.FileRefusedException.Reason;
import org.mingzhang.model.Block;

/**
 * Collects the blocks of a file with pages, such as PDF, within the limits of time and characters.
 * One collector per file; not thread-safe.
 */
public final class PagedBlockCollector {
  /**
   * Share of each time limit that is reserved for the work after the last page, so that what was
   * read is not lost.
   */
  private static final double RESERVED_TIME_SHARE = 0.15;

  private final ExtractionLimits limits;
  private final Instant start;
  private final Instant deadline;
  private final Instant recognitionDeadline;
  private final List<Block> blocks = new ArrayList<>();
  private long characterCount;

  /** Creates an empty collector; the time limits of the file start now. */
  public PagedBlockCollector(ExtractionLimits limits) {
    this.limits = limits;
    this.start = Instant.now();
    this.deadline = computeDeadline(start, limits.timeLimit());
    this.recognitionDeadline = computeDeadline(start, limits.totalTimeLimit());
  }

  private static Instant computeDeadline(Instant now, Duration timeLimit) {
    return now.plusMillis((long) ((1 - RESERVED_TIME_SHARE) * timeLimit.toMillis()));
  }

  /** When recognition must end: at 85 % of {@link ExtractionLimits#totalTimeLimit}. */
  public Instant recognitionDeadline() {
    return recognitionDeadline;
  }

  /**
   * Checks that the time limit allows reading another page.
   *
   * @param page 1-based page
   * @param pageCount number of pages
   * @throws FileRefusedException if 85 % of {@link ExtractionLimits#timeLimit} are over or the
   *     thread was interrupted
   */
  public void checkTimeLimit(int page, int pageCount) throws FileRefusedException {
    Instant now = Instant.now();
    if (now.isAfter(deadline) || Thread.currentThread().isInterrupted()) {
      throw new FileRefusedException(
          Reason.TOO_SLOW,
          "page %d of %d was not reached within %d seconds"
              .formatted(page, pageCount, Duration.between(start, now).toSeconds()));
    }
  }

  /**
   * Adds the blocks of the next page.
   *
   * @throws FileRefusedException if the file has more characters than the limit
   */
  public void addPage(List<Block> pageBlocks) throws FileRefusedException {
    for (Block block : pageBlocks) {
      characterCount += block.characterCount();
      blocks.add(block);
    }
    if (characterCount > limits.maxCharacters()) {
      throw new FileRefusedException(
          Reason.TOO_LARGE, "more than " + limits.maxCharacters() + " characters of text");
    }
  }

  /** Whether none of the pages read so far contained text. */
  public boolean isEmpty() {
    return characterCount == 0;
  }

  /** The blocks so far, in reading order; not a copy. */
  public List<Block> blocks() {
    return blocks;
  }
}
