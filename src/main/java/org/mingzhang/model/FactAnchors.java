package org.mingzhang.model;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;

/**
 * Anchors of a document's facts in addresses. An anchor is a hash of the fact's account, kind,
 * value, context, reference and, for counts, unit, not its ordinal, so that a link stays valid when
 * the document is read again and other facts are found. Of facts with the same hash, the second and
 * later ones have their number appended: {@code a-1f0a93c2-2}.
 *
 * @param names unique anchors in the order of the facts
 */
public record FactAnchors(List<String> names) {
  /** Makes an immutable copy of the list. */
  public FactAnchors {
    names = List.copyOf(names);
  }

  /** Computes the anchors of all facts of a document, for example {@code a-1f0a93c2}. */
  public static FactAnchors computeAnchors(List<Fact> facts) {
    Map<String, Integer> seen = new HashMap<>();
    List<String> names = new ArrayList<>();
    for (Fact fact : facts) {
      String name = "a-" + fingerprint(fact);
      int times = seen.merge(name, 1, Integer::sum);
      names.add(times == 1 ? name : name + "-" + times);
    }
    return new FactAnchors(names);
  }

  private static String fingerprint(Fact fact) {
    FactContext c = fact.context();
    List<String> parts = new ArrayList<>();
    parts.add(fact.account());
    parts.add(fact.kind().id());
    parts.add(fact.value().stripTrailingZeros().toPlainString());
    parts.add(String.valueOf(c.item()));
    parts.add(String.valueOf(c.code()));
    parts.add(String.valueOf(c.stage() == null ? null : c.stage().label()));
    parts.add(String.valueOf(c.fund() == null ? null : c.fund().label()));
    parts.add(String.valueOf(c.perimeter() == null ? null : c.perimeter().label()));
    parts.add(String.valueOf(c.entity()));
    parts.add(String.valueOf(c.year()));
    parts.add(String.valueOf(c.period()));
    parts.add(String.valueOf(c.instant()));
    parts.add(String.valueOf(c.basis()));
    Fact.ReferenceAmount reference = fact.reference();
    if (reference != null) {
      Stage referenceStage = reference.stage();
      parts.add(String.valueOf(referenceStage == null ? null : referenceStage.label()));
      parts.add(String.valueOf(reference.year()));
      parts.add(String.valueOf(reference.whole()));
      Fact.RateKind rateOf = reference.rateOf();
      if (fact.kind() == Fact.Kind.RATE && rateOf != null) {
        parts.add(rateOf.id());
      }
    }
    if (fact.kind() == Fact.Kind.COUNT) {
      parts.add(fact.unit());
    }
    CRC32C crc = new CRC32C();
    for (String part : parts) {
      crc.update(part.getBytes(StandardCharsets.UTF_8));
      crc.update('\n');
    }
    return String.format("%08x", crc.getValue());
  }
}
