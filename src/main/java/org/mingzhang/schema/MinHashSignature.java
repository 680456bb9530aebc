package org.mingzhang.schema;

import java.nio.ByteBuffer;
import java.nio.ShortBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.Fact;
import org.mingzhang.model.Indicator;
import org.mingzhang.model.Section;
import org.mingzhang.text.SearchNormalizer;

/**
 * A MinHash signature of a document's content, used to recognize editions of the same disclosure.
 *
 * <p>One Permutation Hashing (Li, Owen and Zhang, 2012) over the 8-grams of characters of sentences
 * and indicators, normalized and without white space. Tables are left out because their content
 * gets lost in different ways in different formats. The fraction of equal bins of two signatures
 * estimates their Jaccard similarity. The signature also holds the largest amounts, because a
 * department and its own office share nearly all sentences but not their totals.
 */
public final class MinHashSignature {
  /** Number of bins, a power of two; the standard error of an estimate near 0.8 is 0.05. */
  static final int BIN_COUNT = 64;

  private static final int NGRAM_LENGTH = 8;

  /**
   * Minimum length of the normalized text; shorter texts, such as blank forms, are similar by
   * chance.
   */
  private static final int MIN_TEXT_LENGTH = 300;

  /**
   * Minimum similarity of two editions of a disclosure. In a corpus of 62 documents, formats of the
   * same document had 0.95 to 1.00, a PDF with another outline 0.81 to 0.84, a scan 0.77; a
   * department and its own office had up to 0.77.
   */
  private static final double MIN_SIMILARITY = 0.7;

  /** Minimum similarity of editions that have too few amounts to compare. */
  private static final double MIN_SIMILARITY_WITHOUT_AMOUNTS = 0.9;

  /**
   * Minimum similarity of editions that share all {@link #MAX_COMPARED_AMOUNTS} largest amounts. A
   * copy as plain text prints its tables as sentences, which the signatures of other formats do not
   * cover; such a copy had 0.61.
   */
  private static final double MIN_SIMILARITY_WITH_EQUAL_AMOUNTS = 0.5;

  /** Maximum number of amounts in a signature; the largest are kept. */
  private static final int MAX_AMOUNTS = 24;

  /**
   * Maximum number of the largest amounts of a document that are compared. Two documents are
   * editions only if at least half of these are among the amounts of the other signature.
   */
  private static final int MAX_COMPARED_AMOUNTS = 12;

  /** Number of amounts of both documents below which only their texts are compared. */
  private static final int MIN_COMPARED_AMOUNTS = 4;

  private final short[] minima;
  private final List<Short> amountHashes;

  private MinHashSignature(short[] minima, List<Short> amountHashes) {
    this.minima = minima;
    this.amountHashes = amountHashes;
  }

  /** The signature of a document; empty if its normalized text is shorter than 300 UTF-16 units. */
  public static Optional<MinHashSignature> compute(Disclosure disclosure) {
    StringBuilder text = new StringBuilder();
    for (Section section : disclosure.sections()) {
      for (Section.Part part : section.body()) {
        if (part instanceof Section.Paragraph) {
          text.append(part.text());
        }
      }
    }
    for (Indicator indicator : disclosure.indicators()) {
      text.append(indicator.level3())
          .append(Objects.requireNonNullElse(indicator.target(), ""))
          .append(Objects.requireNonNullElse(indicator.actual(), ""));
    }
    String plain = SearchNormalizer.fold(text.toString()).replaceAll("\\s+", "");
    return plain.length() < MIN_TEXT_LENGTH
        ? Optional.empty()
        : Optional.of(new MinHashSignature(computeMinHashes(plain), amountHashes(disclosure)));
  }

  private static List<Short> amountHashes(Disclosure disclosure) {
    return disclosure.facts().stream()
        .filter(fact -> fact.kind() == Fact.Kind.AMOUNT)
        .map(fact -> fact.value().stripTrailingZeros())
        .distinct()
        .sorted(Comparator.reverseOrder())
        .limit(MAX_AMOUNTS)
        .map(amount -> (short) mix(amount.hashCode()))
        .toList();
  }

  private static short[] computeMinHashes(String text) {
    long[] smallest = new long[BIN_COUNT];
    Arrays.fill(smallest, Long.MAX_VALUE);
    for (int i = 0; i + NGRAM_LENGTH <= text.length(); i++) {
      long hash = 0;
      for (int k = i; k < i + NGRAM_LENGTH; k++) {
        hash = (hash + text.charAt(k)) * 0x9E3779B97F4A7C15L;
        hash ^= hash >>> 29;
      }
      long spread = mix(hash);
      int bin = (int) (spread & BIN_COUNT - 1);
      smallest[bin] = Math.min(smallest[bin], spread >>> 6);
    }
    short[] minima = new short[BIN_COUNT];
    for (int bin = 0; bin < BIN_COUNT; bin++) {
      minima[bin] = (short) mix(smallest[bin]);
    }
    return minima;
  }

  /** The finalizer of SplitMix64. */
  private static long mix(long number) {
    long mixed = (number ^ number >>> 30) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
    return mixed ^ mixed >>> 31;
  }

  /**
   * Decodes a signature that {@link #encode} wrote.
   *
   * @throws IllegalArgumentException if it is malformed
   */
  public static MinHashSignature decode(String encoded) {
    byte[] bytes = Base64.getDecoder().decode(encoded);
    if (bytes.length < 2 * BIN_COUNT || bytes.length > 2 * (BIN_COUNT + MAX_AMOUNTS)) {
      throw new IllegalArgumentException("not a signature: " + bytes.length + " bytes");
    }
    ShortBuffer numbers = ByteBuffer.wrap(bytes).asShortBuffer();
    short[] minima = new short[BIN_COUNT];
    numbers.get(minima);
    List<Short> amounts = new ArrayList<>();
    while (numbers.hasRemaining()) {
      amounts.add(numbers.get());
    }
    return new MinHashSignature(minima, List.copyOf(amounts));
  }

  /** Encodes the signature as Base64. */
  public String encode() {
    ByteBuffer bytes = ByteBuffer.allocate(2 * (BIN_COUNT + amountHashes.size()));
    ShortBuffer numbers = bytes.asShortBuffer().put(minima);
    amountHashes.forEach(numbers::put);
    return Base64.getEncoder().encodeToString(bytes.array());
  }

  /** Estimated Jaccard similarity of two documents, 0 to 1. */
  double similarity(MinHashSignature other) {
    int equal = 0;
    for (int bin = 0; bin < BIN_COUNT; bin++) {
      equal += minima[bin] == other.minima[bin] ? 1 : 0;
    }
    return (double) equal / BIN_COUNT;
  }

  /**
   * Whether two documents are probably editions of one disclosure. Compare only documents of the
   * same agency, year and category. Not symmetric: the largest amounts of this document are looked
   * for among those of the other.
   */
  public boolean isSameDisclosure(MinHashSignature other) {
    int compared =
        Math.min(MAX_COMPARED_AMOUNTS, Math.min(amountHashes.size(), other.amountHashes.size()));
    if (compared < MIN_COMPARED_AMOUNTS) {
      return similarity(other) >= MIN_SIMILARITY_WITHOUT_AMOUNTS;
    }
    long shared =
        amountHashes.stream().limit(compared).filter(other.amountHashes::contains).count();
    boolean allShared = shared == MAX_COMPARED_AMOUNTS;
    return 2 * shared >= compared
        && similarity(other) >= (allShared ? MIN_SIMILARITY_WITH_EQUAL_AMOUNTS : MIN_SIMILARITY);
  }
}
