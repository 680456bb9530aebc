package org.mingzhang.audit.sentence;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingzhang.audit.check.Passage;
import org.mingzhang.audit.check.Reading;
import org.mingzhang.audit.check.Tolerance;
import org.mingzhang.model.Section;

/**
 * The shares of one paragraph.
 *
 * @param shares the shares, in reading order
 * @param kin those of the whole section, where a list has a paragraph for each item
 */
record ShareList(List<ShareStatement> shares, List<ShareStatement> kin) {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** The lists of a document by paragraph. */
  record All(IdentityHashMap<Passage, ShareList> lists) {
    static All of(Reading reading) {
      IdentityHashMap<Passage, ShareList> lists = new IdentityHashMap<>();
      Map<String, List<ShareStatement>> kin = new HashMap<>();
      for (Passage passage : reading.passages()) {
        List<ShareStatement> shares = ShareStatement.find(passage, reading);
        if (!shares.isEmpty()) {
          List<ShareStatement> all =
              kin.computeIfAbsent(list(passage.section()), s -> new ArrayList<>());
          all.addAll(shares);
          lists.put(passage, new ShareList(shares, all));
        }
      }
      return new All(lists);
    }
  }

  /** The section in which a list stands whose items may be sections of their own. */
  private static String list(Section section) {
    int dot = section.path().lastIndexOf('.');
    return section.item() && dot > 0 ? section.path().substring(0, dot) : section.path();
  }

  /** The shares of a paragraph. */
  static ShareList of(Passage passage, Reading reading) {
    return reading
        .derived(All.class, All::of)
        .lists()
        .getOrDefault(passage, new ShareList(List.of(), List.of()));
  }

  /** The whole that all shares of the list are of; null where they are of several or too few. */
  @Nullable BigDecimal whole() {
    List<BigDecimal> wholes =
        listed().stream()
            .map(ShareStatement::whole)
            .map(w -> w == null ? BigDecimal.ZERO : w.stripTrailingZeros())
            .distinct()
            .toList();
    return listed().size() < 2 || wholes.size() != 1 ? null : wholes.getFirst();
  }

  private List<ShareStatement> listed() {
    return shares.stream().filter(s -> s.whole() != null && !s.atMost() && !s.guessed()).toList();
  }

  /**
   * Whether another share of the list, of the same name if it has one, is right for the whole that
   * was taken for one.
   */
  boolean confirms(ShareStatement share) {
    return kin.stream()
        .anyMatch(
            s ->
                !s.equals(share)
                    && (s.name().equals(share.name())
                        || s.name().isEmpty()
                        || share.name().isEmpty())
                    && s.wholes().equals(share.wholes())
                    && s.rate().signum() > 0
                    && s.agrees());
  }

  BigDecimal sum() {
    return listed().stream().map(ShareStatement::part).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Whether the printed shares add up to 100%, but for rounding of each. */
  boolean isComplete() {
    BigDecimal rates =
        listed().stream().map(ShareStatement::rate).reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal slack =
        listed().stream()
            .map(s -> Tolerance.half(s.rate()))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return rates.subtract(HUNDRED).abs().compareTo(slack) <= 0;
  }

  /** False for a list of shares of one whole whose parts add up to it and whose shares do not. */
  boolean addsUp() {
    BigDecimal whole = whole();
    return whole == null || !Tolerance.sumAgrees(whole, sum(), listed().size()) || isComplete();
  }

  /** Whether all shares are wrong for the whole and right for the sum of the parts. */
  boolean fitsItsOwnSum() {
    BigDecimal sum = sum();
    return whole() != null
        && sum.signum() > 0
        && listed().stream().noneMatch(s -> s.part().signum() != 0 && s.agrees())
        && listed().stream().allMatch(s -> Tolerance.rateAgrees(s.rate(), s.part(), sum));
  }
}
